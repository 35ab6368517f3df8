import type { Suggestion } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { heldVariable, outlives } from './held-variable.ts'
import { linesOf } from './layout.ts'
import { releaseStatements } from './release-statements.ts'

/** Leaves it to the language to let go of it at the end of the block, and takes away what did so by hand. */
export function useUsing(inquiry: Inquiry, acquisition: Acquisition): Suggestion[] {
  const { disposes } = acquisition.line
  const { code } = inquiry.world
  const held = disposes === undefined ? undefined : heldVariable(inquiry, acquisition)
  const { isAsync } = code.functionAt(code.callerOf(acquisition.call))
  if (held?.declaration.kind !== 'const' || (disposes === 'async' && !isAsync)) return []
  const releases = inquiry.releasesOf(acquisition).map(({ call }) => call)
  const statements = releaseStatements(inquiry, held.rest, releases).filter((each) => held.rest.includes(each))
  if (statements.length < releases.length || held.rest.some((each) => outlives(each, held.name))) return []
  const text = inquiry.textOf(code.fileOfCall(acquisition.call).file)
  const removed = statements.flatMap((each) => linesOf(text, each) ?? [])
  if (removed.length < statements.length) return []
  const { start } = held.declaration
  const keyword = disposes === 'async' ? 'await using' : 'using'
  const edits = [
    { start, end: start + 'const'.length, text: keyword },
    ...removed.map((lines) => ({ ...lines, text: '' })),
  ]
  return [{ id: disposes === 'async' ? 'useAwaitUsing' : 'useUsing', data: {}, edits }]
}
