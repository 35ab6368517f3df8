import { matchesGlob } from 'node:path'
import type { Label, LabelledRepository } from './labels.ts'

/** A finding by what a score needs of it; the file is relative to the top of the repository. */
export interface Flag {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface Score {
  /** Labelled wrong, and flagged. */
  readonly right: readonly Label[]
  /** Labelled wrong, and not flagged. */
  readonly missed: readonly Label[]
  /** Labelled right, and flagged all the same. */
  readonly alarms: readonly Label[]
  /** Labelled right, and left alone. */
  readonly quiet: readonly Label[]
  /** Flagged where no label is. */
  readonly unlabelled: readonly Flag[]
  readonly handlersFound: readonly Label[]
  readonly handlersMissed: readonly Label[]
}

/** A finding meets an acquisition's label when it is so many lines away or fewer. */
const NEAR_LINES = 1
/** A handler's label stands at its registration, and its fault may be reported anywhere in its body. */
const BODY_LINES = 15

const WRONG = new Set(['missing', 'unreachable', 'sigint-only', 'sigterm-only', 'leak-on-error'])
const RIGHT = new Set(['released', 'by-owner', 'escapes'])

/** The rules that speak of an acquisition or a server; the others speak of what a handler does. */
const ABOUT_ACQUISITIONS: ReadonlySet<string> = new Set([
  'require-cleanup',
  'require-scoped-cleanup',
  'require-transaction-end',
  'require-signal-handlers',
])

export function score({ labels, unlabelled }: LabelledRepository, found: readonly Flag[]): Score {
  const flags = found.filter(({ file }) => !unlabelled.some((glob) => file === glob || matchesGlob(file, glob)))
  const claims = flags.filter(({ rule }) => ABOUT_ACQUISITIONS.has(rule))
  const acquisitions = labels.filter(({ kind }) => kind !== 'handler')
  const sure = acquisitions.filter((label) => label.sure !== false)
  const handlers = labels.filter((label) => label.kind === 'handler' && label.sure !== false)
  const isFlagged = (label: Label): boolean => claims.some((flag) => meets(label, flag, NEAR_LINES))
  const isFound = (label: Label): boolean => flags.some((flag) => meets(label, flag, BODY_LINES))
  const wrong = sure.filter(({ verdict }) => WRONG.has(verdict))
  const right = sure.filter(({ verdict }) => RIGHT.has(verdict))
  return {
    right: wrong.filter(isFlagged),
    missed: wrong.filter((label) => !isFlagged(label)),
    alarms: right.filter(isFlagged),
    quiet: right.filter((label) => !isFlagged(label)),
    unlabelled: claims.filter((flag) => !acquisitions.some((label) => meets(label, flag, NEAR_LINES))),
    handlersFound: handlers.filter(isFound),
    handlersMissed: handlers.filter((label) => !isFound(label)),
  }
}

/** All scores as one. */
export function total(scores: readonly Score[]): Score {
  return {
    right: scores.flatMap((each) => each.right),
    missed: scores.flatMap((each) => each.missed),
    alarms: scores.flatMap((each) => each.alarms),
    quiet: scores.flatMap((each) => each.quiet),
    unlabelled: scores.flatMap((each) => each.unlabelled),
    handlersFound: scores.flatMap((each) => each.handlersFound),
    handlersMissed: scores.flatMap((each) => each.handlersMissed),
  }
}

/** Of what is flagged, the share that is truly wrong; NaN when nothing is flagged. */
export function precision({ right, alarms, unlabelled }: Score): number {
  return right.length / (right.length + alarms.length + unlabelled.length)
}

/** Of what is truly wrong, the share that is flagged; NaN when nothing is wrong. */
export function recall({ right, missed }: Score): number {
  return right.length / (right.length + missed.length)
}

function meets(label: Label, flag: Flag, distance: number): boolean {
  const lines = [label.line, ...(label.also_lines ?? [])]
  return label.file === flag.file && lines.some((line) => Math.abs(line - flag.line) <= distance)
}
