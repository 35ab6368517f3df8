/** One number in a deploy file that follows from the budget of a stop: the budget, a part of it, or how long a platform waits. */
export interface Grace {
  /** The file, as its template is called: before `payment-service` becomes the service's name. */
  readonly file: string
  /** The text right before the number. It stands in the file once. */
  readonly after: string
  readonly unit: 's' | 'ms'
  /** What is waited beyond the budget, in the same unit: a wait before the signal, a margin. */
  readonly plus?: number
  /** The part of the budget that is meant. The default, 1, is all of it. */
  readonly share?: number
  /** The number never exceeds this, in the same unit. */
  readonly atMost?: number
}

/** The text of a deploy file for a service whose stop may take `shutdownTimeoutMs`. */
export function withGrace(path: string, text: string, grace: readonly Grace[], shutdownTimeoutMs: number): string {
  let graced = text
  for (const number of grace) {
    if (number.file !== path) continue
    const [before = '', behind = '', ...more] = graced.split(number.after)
    if (more.length > 0 || !/^\d/.test(behind)) throw new Error(`${path}: expected one number after "${number.after}"`)
    graced = before + number.after + behind.replace(/^\d+/, String(inFull(number, shutdownTimeoutMs)))
  }
  return graced
}

function inFull({ unit, plus = 0, share = 1, atMost = Infinity }: Grace, shutdownTimeoutMs: number): number {
  const budget = Math.ceil((shutdownTimeoutMs * share) / (unit === 's' ? 1000 : 1))
  return Math.min(budget + plus, atMost)
}
