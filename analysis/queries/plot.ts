import type { Inquiry } from '../inquiry.ts'
import type { Outcome } from './frame.ts'
import type { Happening } from './happening.ts'
import { createMoments, type Moment, type Moments } from './moments.ts'

/** A timeline while it is found out. */
export interface Plot {
  readonly inquiry: Inquiry
  readonly moments: Moments
  readonly happenings: Happening[]
  /** Releases that are written after the exit. */
  readonly dead: { readonly exit: number; readonly release: number }[]
  readonly outcomes: Map<number, Outcome>
  /** Of each call, what the promises in its arguments come to. */
  readonly inside: Map<number, Moment[]>
  /** Promises that are kept for later. */
  readonly held: Moment[]
  /** Promises that the project makes, by the slot that holds them. */
  readonly promises: Map<number, Moment>
  /** When each acquisition is closed, whoever closes it. */
  readonly closed: Map<number, Moment>
  /** How many more calls are followed. */
  left: number
  sites: number
}

export function createPlot(inquiry: Inquiry): Plot {
  return {
    inquiry,
    moments: createMoments(),
    happenings: [],
    dead: [],
    outcomes: new Map(),
    inside: new Map(),
    held: [],
    promises: new Map(),
    closed: new Map(),
    left: 12000,
    sites: 0,
  }
}

/** A moment after all that has begun so far. */
export function afterAll(plot: Plot, now: Moment): Moment {
  return plot.moments.later(afterSince(plot, now, 0), ...plot.held)
}

/** A moment after all that has begun since there were so many happenings. */
export function afterSince({ moments, happenings }: Plot, now: Moment, since: number): Moment {
  const begun = happenings.slice(since)
  if (begun.length === 0) return now
  return moments.later(now, ...begun.map((each) => (each.kind === 'release' ? each.finish : each.start)))
}

/** When an acquisition is closed. */
export function closedMoment({ closed, moments }: Plot, acquisition: number): Moment {
  const known = closed.get(acquisition)
  if (known !== undefined) return known
  const moment = moments.later()
  closed.set(acquisition, moment)
  return moment
}

/** When a promise is fulfilled that the project makes: by the slot that holds it. */
export function promiseMoment({ promises, moments }: Plot, slot: number): Moment {
  const known = promises.get(slot)
  if (known !== undefined) return known
  const moment = moments.later()
  promises.set(slot, moment)
  return moment
}

/** The earliest moment after whichever of these there are. */
export function join({ moments }: Plot, ...all: readonly (Moment | undefined)[]): Moment | undefined {
  const there = all.filter((each) => each !== undefined)
  return there.length === 0 ? undefined : moments.after(...there)
}
