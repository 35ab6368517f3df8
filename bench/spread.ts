/** The middle value, and the values a tenth from either end. */
export function spread(values: readonly number[]): { low: number; median: number; high: number } {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { low: at(0.1), median: at(0.5), high: at(0.9) }
}
