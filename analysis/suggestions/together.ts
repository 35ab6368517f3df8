import type { Suggestion } from '../finding.ts'

/** One suggestion for one fault in several places: what repairs one of them alone leaves it in the others. */
export function together(offers: readonly (readonly Suggestion[])[]): Suggestion[] {
  const firsts = offers.flatMap(([first]) => first ?? [])
  const [first] = firsts
  if (!first || firsts.length < offers.length) return []
  if (firsts.some(({ id, file }) => id !== first.id || file !== first.file)) return []
  const unique = new Map(firsts.flatMap((each) => each.edits).map((edit) => [`${edit.start} ${edit.end}`, edit]))
  const edits = [...unique.values()].sort((a, b) => a.start - b.start)
  const overlap = edits.some(({ start }, at) => start < (edits[at - 1]?.end ?? 0))
  return overlap ? [] : [{ ...first, edits }]
}
