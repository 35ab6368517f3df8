/** A moment in a stop, by its number. */
export type Moment = number

/** What happens before what, as far as the code makes sure of it. */
export interface Moments {
  /** A moment after all of these. */
  after(...earlier: readonly Moment[]): Moment
  /** A moment after all of these, when something that takes time has happened. */
  later(...earlier: readonly Moment[]): Moment
  order(earlier: Moment, later: Moment): void
  isBefore(earlier: Moment, later: Moment): boolean
  /** Whether anything is known to come before it. */
  hasBefore(moment: Moment): boolean
  /** Whether nothing is waited for between the two. */
  isSameTurn(a: Moment, b: Moment): boolean
}

export function createMoments(): Moments {
  const before: Moment[][] = []
  const turns: number[] = []
  /** What comes before a moment, by number, for those that were asked about. */
  const known = new Map<Moment, Uint8Array>()
  /** The search in which a moment was last come upon: there are thousands of both. */
  const cameUpon: number[] = []
  let search = 0

  function add(earlier: readonly Moment[], turn: number): Moment {
    turns.push(turn)
    return before.push([...earlier]) - 1
  }

  /** Goes through all that comes before a moment, and itself, until it comes to the one that is looked for. */
  function comesTo(from: Moment, sought: Moment): boolean {
    search++
    const work = [from]
    cameUpon[from] = search
    for (let at = work.pop(); at !== undefined; at = work.pop()) {
      if (at === sought) return true
      for (const each of before[at] ?? []) {
        if (cameUpon[each] === search) continue
        cameUpon[each] = search
        work.push(each)
      }
    }
    return false
  }

  function allBefore(moment: Moment): Uint8Array {
    comesTo(moment, -1)
    return Uint8Array.from(before, (_, each) => Number(cameUpon[each] === search))
  }

  return {
    after(...earlier) {
      const [first, ...others] = new Set(earlier)
      if (first !== undefined && others.length === 0) return first
      const turn = first === undefined ? undefined : turns[first]
      const isOneTurn = turn !== undefined && others.every((each) => turns[each] === turn)
      return add(earlier, isOneTurn ? turn : before.length)
    },
    later: (...earlier) => add(earlier, before.length),
    order(earlier, later) {
      // What is made in a function that runs again settles again; time does not run in a ring.
      if (comesTo(earlier, later)) return
      before[later]?.push(earlier)
      known.clear()
    },
    isBefore(earlier, later) {
      const all = known.get(later) ?? allBefore(later)
      known.set(later, all)
      return all[earlier] === 1
    },
    hasBefore: (moment) => (before[moment]?.length ?? 0) > 0,
    isSameTurn: (a, b) => turns[a] === turns[b],
  }
}
