/** A release whose rejection nobody catches. */
export interface Rejection {
  readonly release: number
  /** The calls that lead there. */
  readonly way: readonly number[]
}

/** A rejection that gets lost. */
export interface Loss extends Rejection {
  /** The call at which it does; -1 for the registration of the handler. */
  readonly at: number
  /** The function whose promise nobody looks at; -1 when it is that of the call itself. */
  readonly fn: number
}

/** What leaves a function by its promise, and what gets lost in it. */
export interface Outcome {
  readonly rejects: readonly Rejection[]
  readonly losses: readonly Loss[]
}

export const NOTHING: Outcome = { rejects: [], losses: [] }

export function under<T extends Rejection>(call: number, list: readonly T[]): T[] {
  return list.map((each) => ({ ...each, way: [call, ...each.way] }))
}

export function lostAt(call: number, fn: number, list: readonly Rejection[]): Loss[] {
  return under(call, list).map((each) => ({ ...each, at: call, fn }))
}

export function join(outcomes: readonly Outcome[]): Outcome {
  const losses = outcomes.flatMap((each) => each.losses)
  const rejects = outcomes.flatMap((each) => each.rejects)
  return {
    rejects: firstBy(rejects, ({ release }) => `${release}`),
    losses: firstBy(losses, ({ release, at, fn }) => `${release} ${at} ${fn}`),
  }
}

function firstBy<T>(list: readonly T[], keyOf: (each: T) => string): T[] {
  const first = new Map<string, T>()
  for (const each of list) if (!first.has(keyOf(each))) first.set(keyOf(each), each)
  return [...first.values()]
}
