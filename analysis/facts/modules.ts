import type {
  Directive,
  ImportDeclaration,
  ModuleExportName,
  Statement,
  TSInterfaceDeclaration,
  ExportNamedDeclaration,
  TSEnumDeclaration,
} from 'oxc-parser'
import { copy, inScope, lookup, newObject, newSlot, store, type Builder } from './builder.ts'
import { classValue } from './classes.ts'
import { value } from './expressions.ts'
import { functionValue } from './functions.ts'
import { declareBlock, declareVars } from './hoist.ts'
import { statement, statements } from './statements.ts'
import type { BindingPattern } from 'oxc-parser'

/** Imports, exports, and what TypeScript adds to the top of a file. */
export function moduleStatement(b: Builder, node: Statement | Directive): void {
  switch (node.type) {
    case 'ImportDeclaration':
      imports(b, node)
      return
    case 'ExportNamedDeclaration':
      exportsNamed(b, node)
      return
    case 'ExportDefaultDeclaration': {
      const { declaration } = node
      store(b, b.exports, 'default', defaultValue(b, declaration))
      return
    }
    case 'ExportAllDeclaration': {
      if (node.exported) store(b, b.exports, nameOf(node.exported), importSlot(b, node.source.value, '*', node.start))
      else b.reexports.push(node.source.value)
      return
    }
    case 'TSInterfaceDeclaration':
      interfaceFact(b, node)
      return
    // import pg = require('pg')
    case 'TSImportEqualsDeclaration':
      if (node.moduleReference.type === 'TSExternalModuleReference')
        copy(b, importSlot(b, node.moduleReference.expression.value, 'require', node.start), lookup(b, node.id.name))
      return
    // export = pool
    case 'TSExportAssignment':
      b.isCommonJs = true
      copy(b, value(b, node.expression), b.exports)
      return
    case 'TSModuleDeclaration':
      if (node.body?.type === 'TSModuleBlock') {
        const { body } = node.body
        inScope(b, () => {
          declareVars(b, body)
          declareBlock(b, body)
          statements(b, body)
        })
      }
      return
    case 'TSEnumDeclaration':
      enumObject(b, node)
      return
    default:
  }
}

function defaultValue(
  b: Builder,
  node: Extract<Statement, { type: 'ExportDefaultDeclaration' }>['declaration'],
): number {
  if (node.type === 'FunctionDeclaration' || node.type === 'TSDeclareFunction') {
    if (!node.body) return 0
    const slot = functionValue(b, node, node.id?.name ?? 'default')
    if (node.id) copy(b, slot, lookup(b, node.id.name))
    return slot
  }
  if (node.type === 'ClassDeclaration') {
    const slot = classValue(b, node, 'default')
    if (node.id) copy(b, slot, lookup(b, node.id.name))
    return slot
  }
  if (node.type === 'TSInterfaceDeclaration') return interfaceFact(b, node)
  return value(b, node, 'default')
}

function imports(b: Builder, node: ImportDeclaration): void {
  const from = node.source.value
  if (node.specifiers.length === 0) importSlot(b, from, '', node.start)
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : nameOf(specifier.imported)
    copy(b, importSlot(b, from, name, node.start), lookup(b, specifier.local.name))
  }
}

function exportsNamed(b: Builder, node: ExportNamedDeclaration): void {
  const { declaration, source } = node
  if (declaration) {
    statement(b, declaration)
    for (const name of declaredBy(declaration)) store(b, b.exports, name, lookup(b, name))
  }
  for (const { local, exported } of node.specifiers) {
    const slot = source ? importSlot(b, source.value, nameOf(local), node.start) : lookup(b, nameOf(local))
    store(b, b.exports, nameOf(exported), slot)
  }
}

function declaredBy(node: Statement): string[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => namesIn(id))
  const id = 'id' in node ? node.id : null
  return id?.type === 'Identifier' ? [id.name] : []
}

function namesIn(pattern: BindingPattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn(each.type === 'RestElement' ? each.argument : each.value))
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) =>
        each ? namesIn(each.type === 'RestElement' ? each.argument : each) : [],
      )
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    default:
      return []
  }
}

function importSlot(b: Builder, from: string, name: string, start: number): number {
  const slot = newSlot(b)
  b.imports.push({ slot, from, name, start, fn: b.fn })
  return slot
}

function nameOf(name: ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name
}

function interfaceFact(b: Builder, node: TSInterfaceDeclaration): number {
  const slot = lookup(b, node.id.name)
  const [base] = node.extends
  const superclass = base?.expression.type === 'Identifier' ? lookup(b, base.expression.name) : 0
  const rest = { constructs: -1, methods: [], fields: [], decorators: [], mustCall: [] }
  b.holdsClass.push([slot, b.classes.length])
  b.classes.push({
    name: node.id.name,
    slot,
    superclass,
    interfaces: [],
    isInterface: true,
    isAbstract: true,
    start: node.start,
    ...rest,
  })
  return slot
}

function enumObject(b: Builder, node: TSEnumDeclaration): void {
  const slot = newObject(b)
  copy(b, slot, lookup(b, node.id.name))
  for (const { id, initializer } of node.body.members)
    if (initializer && id.type === 'Identifier') store(b, slot, id.name, value(b, initializer))
}
