import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { childrenOf } from '../syntax.ts'
import { heldVariable, outlives, statementsOf } from './held-variable.ts'
import { layoutOf, moved } from './layout.ts'

/**
 * Puts what stands between the acquisition and its only release into a `try`, and the release into its `finally`. What
 * comes after the release stays out of it, or is no more than a `return` of what is known by then.
 */
export function wrapInFinally(inquiry: Inquiry, acquisition: Acquisition): Suggestion[] {
  const held = heldVariable(inquiry, acquisition)
  const releases = inquiry.releasesOf(acquisition).map(({ call }) => call)
  const [release, ...others] = held ? statementsOf(inquiry, held, releases) : []
  if (!held || !release || others.length > 0 || releases.length > 1) return []
  const text = inquiry.textOf(inquiry.world.code.fileOfCall(acquisition.call).file)
  const layout = layoutOf(text, held.block)
  const at = held.rest.indexOf(release)
  const [before, after] = [held.rest.slice(0, at), held.rest.slice(at + 1)]
  const [first] = before
  const last = before.at(-1)
  const [result, ...more] = after
  const isPlain = !result || (more.length === 0 && result.type === 'ReturnStatement' && !hasCall(result))
  if (!layout || !first || !last || !isPlain || held.rest.some((each) => outlives(each, held.name))) return []
  const { indent, step } = layout
  const body = [moved(text, first.start, last.end, step), ...(result ? [text.slice(result.start, result.end)] : [])]
  const lines = [
    'try {',
    ...body.map((each) => step + each),
    '} finally {',
    step + text.slice(release.start, release.end),
    '}',
  ]
  const end = result?.end ?? release.end
  return [{ id: 'wrapInFinally', data: {}, edits: [{ start: first.start, end, text: lines.join(`\n${indent}`) }] }]
}

function hasCall(node: Node): boolean {
  return /^(Call|New|Await|TaggedTemplate)Expression$/.test(node.type) || childrenOf(node).some(hasCall)
}
