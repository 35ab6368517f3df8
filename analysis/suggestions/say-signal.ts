import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import { childrenOf } from '../syntax.ts'
import { isFunction } from './body-of.ts'

/** Makes a handler that is no longer for one signal alone name the one that came; undefined where it can not be told how. */
export function saySignal(text: string, file: string, handler: Node, only: string): Suggestion['edits'] | undefined {
  if (!isFunction(handler)) return undefined
  const isTyped = /\.[cm]?tsx?$/.test(file)
  const [param, ...others] = handler.params
  if (others.length > 0) return undefined
  if (param) return isTyped ? annotate(text, param) : []
  const texts = textsWith(handler, only)
  const written = text.slice(handler.start, handler.end)
  const open = text.indexOf('(', handler.start)
  if (texts.length === 0 || /\bsignal\b/.test(written) || !/^(async\s*)?(function\s*)?\(\s*\)/.test(written)) return []
  return [
    { start: open + 1, end: text.indexOf(')', open), text: isTyped ? 'signal: NodeJS.Signals' : 'signal' },
    ...texts.map(({ start, end }) => {
      const inner = text.slice(start + 1, end - 1).replaceAll(only, '${signal}')
      return { start, end, text: inner === '${signal}' ? 'signal' : `\`${inner}\`` }
    }),
  ]
}

// (signal) => …, signal => …: its type was known by where it stood.
function annotate(text: string, param: Node): Suggestion['edits'] | undefined {
  if (param.type !== 'Identifier') return undefined
  if (param.typeAnnotation) return []
  const isBare = text[param.end] !== ')'
  if (isBare && !/^\s*=>/.test(text.slice(param.end))) return undefined
  const annotated = `${param.name}: NodeJS.Signals`
  return [{ start: param.start, end: param.end, text: isBare ? `(${annotated})` : annotated }]
}

/** The plain texts that name it. */
function textsWith(node: Node, signal: string): { start: number; end: number }[] {
  if (node.type === 'Literal' && typeof node.value === 'string' && node.raw?.slice(1, -1) === node.value) {
    const { value, start, end } = node
    return value.includes(signal) && !/[`\\]|\$\{/.test(value) ? [{ start, end }] : []
  }
  return childrenOf(node).flatMap((child) => textsWith(child, signal))
}
