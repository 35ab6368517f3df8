import type { Evidence } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { lineAt } from '../facts/collect.ts'
import { placeOf, placeOfCall, written } from '../place.ts'
import type { FoundLeak } from '../queries/leak-of.ts'

/** Why something stays held: for what throws, or for the line in which a function is left. */
export type Reason =
  | { readonly by: 'throw'; readonly thrower: string; readonly because: Evidence }
  | { readonly by: 'return'; readonly line: string; readonly isThrown: boolean; readonly because: Evidence }

export function reasonOf({ world }: Inquiry, acquired: number, { by, call, start, fn }: FoundLeak): Reason {
  if (call !== -1) {
    const because = { place: placeOfCall(world, call), what: 'When this throws, nothing ends it.' }
    return { by: 'throw', thrower: written(world, call), because }
  }
  const { file, facts } = world.code.fileOfFunction(fn)
  const at = start === -1 ? world.code.functionAt(fn).end - 1 : start
  const because = { place: placeOf(file, facts.lines, at, at + 1), what: 'Here the function is left with it.' }
  const line = String(lineAt(facts.lines, at))
  const isElsewhere = world.code.fileOfCall(acquired).file !== file
  return { by: 'return', line: isElsewhere ? `${line} of ${file}` : line, isThrown: by === 'throw', because }
}
