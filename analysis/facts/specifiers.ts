import { posix } from 'node:path'
import type { Argument, Node } from 'oxc-parser'
import { isDeclared, lookup, type Builder } from './builder.ts'

/** What a module is asked for by, as far as its file tells: a text, a constant that is one, `path.join(__dirname, 'jobs')`. */
export function specifierIn(b: Builder, node: Argument | undefined): string | undefined {
  switch (node?.type) {
    case 'Identifier':
      return isDeclared(b, node.name) ? b.texts.get(lookup(b, node.name)) : undefined
    case 'TemplateLiteral': {
      const [folder] = node.expressions
      const [before, after] = node.quasis.map(({ value }) => value.cooked)
      if (!folder) return before ?? undefined
      return isHere(folder) && before === '' && after && node.expressions.length === 1 ? `.${after}` : undefined
    }
    case 'CallExpression': {
      const [folder, ...rest] = node.arguments
      const names = rest.map(textOf)
      return isJoin(node.callee) && folder && isHere(folder) && names.every((each) => each !== undefined)
        ? relative(names)
        : undefined
    }
    default:
      return node && textOf(node)
  }
}

function textOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

// path.join(), join()
function isJoin(callee: Node): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  return name.type === 'Identifier' && /^(join|resolve)$/.test(name.name)
}

// __dirname, import.meta.dirname
function isHere(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === '__dirname'
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'MetaProperty' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'dirname'
  )
}

/** As the folders below a file's own are imported. */
export function relative(names: readonly string[]): string {
  const path = posix.join(...names)
  return path.startsWith('.') ? path : `./${path.replace(/^\//, '')}`
}
