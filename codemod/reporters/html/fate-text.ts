import type { Fate, HeldResource, StopStory } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import { markup, type Markup } from './markup.ts'
import { whereOf } from './places.ts'

/** What the bar of a resource shows, in words. */
export function fateText(report: Report, fate: Fate, stop: StopStory, resources: readonly HeldResource[]): Markup {
  return markup`<span class="state ${fate.state}">${stateOf(fate, stop)}</span>
    <span class="how">${howOf(report, fate, resources)}</span>`
}

function stateOf({ state, from, release }: Fate, { steps, heard }: StopStory): string {
  switch (state) {
    case 'left-open':
      return '✕ Left open'
    case 'lasting':
      return '– Nothing lets go of it'
    case 'cut-off':
      return heard.length === 0 ? '✕ Cut off by the signal' : release ? '✕ Cut off by the exit' : '✕ Cut off'
    case 'released':
      return from === undefined ? '✓ Released' : `✓ Released in step ${from} of ${steps}`
  }
}

function howOf(report: Report, fate: Fate, resources: readonly HeldResource[]): Markup[] {
  const { release, goesWith, from, state, only, isNotAwaited } = fate
  const other = goesWith === undefined ? undefined : resources[goesWith]
  const isReached = state === 'released' || release !== undefined
  return [
    ...(release ? [markup`<code>${release.written}</code> ${whereOf(report, release.place)}`] : []),
    ...(other ? [markup`with <code>${other.written}</code>`] : []),
    ...(only ? [markup`${ONLY[only]}`] : []),
    ...(isReached && from === undefined && only === undefined ? [markup`when, the code does not tell`] : []),
    ...(isNotAwaited && state === 'released' ? [markup`nothing waits for it`] : []),
  ].map((each) => markup`<span>${each}</span>`)
}

const ONLY: Readonly<Record<NonNullable<Fate['only']>, string>> = {
  'after a time': 'after a timer',
  'by name': 'only as far as its name tells',
  'on failure': 'only when something fails',
}
