import type { Node, Program } from 'oxc-parser'
import type { Inquiry } from './inquiry.ts'
import { parse, Unparsable } from './parse.ts'

/** A node, and those around it from the innermost to the program. */
export interface Spot {
  readonly node: Node
  readonly around: readonly Node[]
}

const parsed = new WeakMap<Inquiry, Map<string, Program | undefined>>()

/** The nodes that stand exactly there, the outermost first: a file is read again for what facts leave out. */
export function spotsAt(inquiry: Inquiry, file: string, start: number, end: number): Spot[] {
  const program = programOf(inquiry, file)
  const found: Spot[] = []
  let around: Node[] = []
  for (let node: Node | undefined = program; node; node = childAround(node, start, end)) {
    if (node.start === start && node.end === end) found.push({ node, around })
    around = [node, ...around]
  }
  return found
}

export function spotOfCall(inquiry: Inquiry, call: number): Spot | undefined {
  const { code } = inquiry.world
  const { start, end } = code.callAt(call)
  return spotsAt(inquiry, code.fileOfCall(call).file, start, end).find(
    ({ node }) => node.type === 'CallExpression' || node.type === 'NewExpression',
  )
}

function childAround(node: Node, start: number, end: number): Node | undefined {
  const isAround = (child: Node): boolean => child.start <= start && child.end >= end
  return node.type === 'Program' ? node.body.find(isAround) : childrenOf(node).find(isAround)
}

export function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) =>
    key === 'parent' ? [] : [child].flat().filter(isNode),
  )
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** The whole tree of a file; undefined for one that does not parse. */
export function programOf(inquiry: Inquiry, file: string): Program | undefined {
  const known = parsed.get(inquiry) ?? new Map<string, Program | undefined>()
  parsed.set(inquiry, known)
  if (!known.has(file)) known.set(file, attempt(file, inquiry.textOf(file)))
  return known.get(file)
}

function attempt(file: string, text: string): Program | undefined {
  try {
    return parse(file, text).program
  } catch (error) {
    if (error instanceof Unparsable) return undefined
    throw error
  }
}
