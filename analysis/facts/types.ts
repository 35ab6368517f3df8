import type { TSType, TSTypeName } from 'oxc-parser'
import { load, lookup, type Builder } from './builder.ts'
import type { Slot } from './facts.ts'

const TRANSPARENT = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Omit',
  'Pick',
  'InstanceType',
  'Mutable',
])
const COLLECTIONS = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Iterable', 'AsyncIterable', 'WeakSet'])
const MAPS = new Set(['Map', 'ReadonlyMap', 'WeakMap', 'Record'])

/** Notes that what stands in the slot has been annotated with a type. */
export function annotate(b: Builder, slot: Slot, type: TSType | null | undefined): void {
  if (!type || slot === 0) return
  switch (type.type) {
    case 'TSTypeReference': {
      const name = type.typeName.type === 'Identifier' ? type.typeName.name : ''
      const args = type.typeArguments?.params ?? []
      if (TRANSPARENT.has(name)) annotate(b, slot, args[0])
      else if (COLLECTIONS.has(name)) annotate(b, load(b, slot, '[]'), args[0])
      else if (MAPS.has(name)) annotate(b, load(b, slot, '[]'), args[1])
      else b.types.push([slot, typeSlot(b, type.typeName)])
      return
    }
    case 'TSArrayType':
      annotate(b, load(b, slot, '[]'), type.elementType)
      return
    case 'TSUnionType':
    case 'TSIntersectionType':
      for (const each of type.types) annotate(b, slot, each)
      return
    case 'TSTypeOperator':
      annotate(b, slot, type.typeAnnotation)
      return
    case 'TSTypeQuery':
      return
    case 'TSTypeLiteral':
      for (const member of type.members)
        if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier')
          annotate(b, load(b, slot, member.key.name), member.typeAnnotation?.typeAnnotation)
      return
    default:
  }
}

function typeSlot(b: Builder, name: TSTypeName): Slot {
  if (name.type === 'Identifier') return lookup(b, name.name)
  if (name.type === 'TSQualifiedName') return load(b, typeSlot(b, name.left), name.right.name)
  return 0
}
