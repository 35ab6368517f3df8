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
  /** Moments after the first so many happenings, and after the first so many promises that are kept. */
  readonly sums: { happened: Sum; kept: Sum }
  /** Promises that the project makes, by the slot that holds them. */
  readonly promises: Map<number, Moment>
  /** When each acquisition is closed, whoever closes it. */
  readonly closed: Map<number, Moment>
  /** How many more calls are followed. */
  left: number
  sites: number
}

/** One moment that stands for all of a list so far: each that comes after them has one edge, and not thousands. */
interface Sum {
  readonly of: number
  readonly moment: Moment | undefined
}

const NOTHING: Sum = { of: 0, moment: undefined }

export function createPlot(inquiry: Inquiry): Plot {
  return {
    inquiry,
    moments: createMoments(),
    happenings: [],
    dead: [],
    outcomes: new Map(),
    inside: new Map(),
    held: [],
    sums: { happened: NOTHING, kept: NOTHING },
    promises: new Map(),
    closed: new Map(),
    left: 12000,
    sites: 0,
  }
}

/** A moment after all that has begun so far. */
export function afterAll(plot: Plot, now: Moment): Moment {
  const { moments, happenings, sums } = plot
  if (sums.happened.of < happenings.length) {
    const moment = moments.later(...there(sums.happened.moment), ...happenings.slice(sums.happened.of).map(overAt))
    sums.happened = { of: happenings.length, moment }
  }
  return moments.later(now, ...there(sums.happened.moment), ...there(keptSoFar(plot)))
}

/** A moment after all promises that are kept so far. */
export function afterKept(plot: Plot, now: Moment): Moment {
  return plot.moments.after(now, ...there(keptSoFar(plot)))
}

function keptSoFar({ moments, held, sums }: Plot): Moment | undefined {
  if (sums.kept.of < held.length) {
    const moment = moments.after(...there(sums.kept.moment), ...held.slice(sums.kept.of))
    sums.kept = { of: held.length, moment }
  }
  return sums.kept.moment
}

function there(moment: Moment | undefined): readonly Moment[] {
  return moment === undefined ? [] : [moment]
}

function overAt(happening: Happening): Moment {
  return happening.kind === 'release' ? happening.finish : happening.start
}

/** A moment after all that has begun since there were so many happenings. */
export function afterSince({ moments, happenings }: Plot, now: Moment, since: number): Moment {
  const begun = happenings.slice(since)
  return begun.length === 0 ? now : moments.later(now, ...begun.map(overAt))
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
