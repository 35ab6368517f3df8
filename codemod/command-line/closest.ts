/** The word most like `word`, if one is near enough to be a slip of the fingers. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((candidate) => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.slips - other.slips)
  return best?.candidate
}

// Levenshtein's distance, one row at a time.
function slipsBetween(word: string, candidate: string): number {
  let row = Array.from({ length: candidate.length + 1 }, (_, index) => index)
  for (const [typed, letter] of Array.from(word).entries()) {
    const next = [typed + 1]
    for (const [index, wanted] of Array.from(candidate).entries()) {
      const replaced = (row[index] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
