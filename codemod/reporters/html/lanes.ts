import type { Fate, HeldResource } from '../../../analysis/index.ts'
import { markup, type Markup } from './markup.ts'

/** Where things stand in the picture, in per cent of its width. */
const OPENED = { from: 1, to: 36 }
const SIGNAL = 46
const STEPS = { from: 50, to: 94 }
const END = 96.5

export interface Lane {
  readonly resource: HeldResource
  readonly fate: Fate
  /** Its place in the order of acquisition, and how many there are. */
  readonly index: number
  readonly of: number
  readonly steps: number
}

/** The life of one resource as a bar: from where it is acquired, over the signal, to where it is let go or left open. */
export function laneOf({ resource, fate, index, of, steps }: Lane): Markup {
  const start = OPENED.from + ((OPENED.to - OPENED.from) * index) / Math.max(1, of)
  const life = resource.isAtStart ? 'life' : 'life later'
  return markup`<svg class="lane" aria-hidden="true" focusable="false">
    ${guides(steps)}
    ${bar(life, start, SIGNAL)}
    ${afterSignal(fate, steps)}
    <circle class="acquired" cx="${percent(start)}" cy="50%" r="4.5" />
  </svg>`
}

/** What the columns mean. */
export function axis(signals: string, steps: number): Markup {
  return markup`<svg class="axis" aria-hidden="true" focusable="false">
    <text x="0" y="62%" class="start">start</text>
    <text x="${percent(SIGNAL)}" y="62%" text-anchor="end" class="signal-name">${signals}</text>
    ${numbers(steps).map((step) => markup`<text x="${percent(middleOf(step, steps))}" y="62%" text-anchor="middle">${step}</text>`)}
    <text x="100%" y="62%" text-anchor="end">end</text>
  </svg>`
}

function guides(steps: number): Markup[] {
  const dividers = numbers(steps).map((step) => line('guide', stepAt(step - 1, steps)))
  return [...dividers, line('signal', SIGNAL), line('end', END)]
}

function afterSignal({ state, from, to, isNotAwaited }: Fate, steps: number): Markup[] {
  if (state === 'left-open' || state === 'lasting')
    return [bar(state === 'lasting' ? 'life' : 'open', SIGNAL, END), state === 'lasting' ? markup`` : arrow(END)]
  if (from === undefined) {
    return state === 'cut-off' ? [cross(SIGNAL)] : [bar('unknown', SIGNAL, STEPS.to), dot(STEPS.to)]
  }
  const begins = stepAt(from - 1, steps)
  const ends = stepAt(to ?? from, steps)
  const waiting = bar('draining', SIGNAL, begins)
  if (state === 'cut-off') return [waiting, bar('releasing cut', begins, ends), cross(ends)]
  return [waiting, bar(isNotAwaited ? 'releasing loose' : 'releasing', begins, ends), dot(ends)]
}

function numbers(steps: number): number[] {
  return Array.from({ length: steps }, (_, index) => index + 1)
}

/** Where a step ends, and the next begins. */
function stepAt(step: number, steps: number): number {
  return STEPS.from + ((STEPS.to - STEPS.from) * step) / Math.max(1, steps)
}

function middleOf(step: number, steps: number): number {
  return (stepAt(step - 1, steps) + stepAt(step, steps)) / 2
}

function bar(kind: string, from: number, to: number): Markup {
  return markup`<line class="bar ${kind}" x1="${percent(from)}" x2="${percent(to)}" y1="50%" y2="50%" />`
}

function line(kind: string, at: number): Markup {
  return markup`<line class="${kind}" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%" />`
}

function dot(at: number): Markup {
  return markup`<circle class="released" cx="${percent(at)}" cy="50%" r="5" />`
}

// What has no units of its own is drawn in a small picture that stands in per cent.
function cross(at: number): Markup {
  return markup`<svg x="${percent(at)}" y="50%" class="sign"><path class="cross" d="M-5-5 5 5M5-5-5 5" /></svg>`
}

function arrow(at: number): Markup {
  return markup`<svg x="${percent(at)}" y="50%" class="sign"><path class="open-end" d="M-2-7 9 0-2 7Z" /></svg>`
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`
}
