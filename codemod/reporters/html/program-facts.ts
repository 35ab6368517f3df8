import type { Deadline, Place, ProgramStory, StopStory } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import { markup, type Markup } from './markup.ts'
import { findingId, whereOf, type FindingsAt } from './places.ts'

/** What starts a program, what hears the signals, what bounds the stop, and how it ends. */
export function programFacts(report: Report, { starts, stops }: ProgramStory, findingsAt: FindingsAt): Markup {
  const link = (place: Place): Markup => placeLink(report, place, findingsAt)
  const started = starts.map(({ written, place }) => markup`<code>${written}</code> ${link(place)}`)
  return markup`<dl class="facts">
    ${fact('Started by', started.length > 0 ? started : [markup`nothing in the tree names it: it starts something, and nobody imports it`])}
    ${stops.map((stop) => fact(`${stop.signal} is heard by`, hearing(stop, link), stop.heard.length === 0))}
    ${byContent(
      stops,
      'Deadline',
      ({ deadline }) => deadlineText(deadline, link),
      ({ deadline }) => deadline.kind === 'endless',
    )}
    ${byContent(
      stops,
      'Ends by',
      (stop) => ending(stop, link),
      () => false,
    )}
  </dl>`
}

function hearing({ heard }: StopStory, link: (place: Place) => Markup): Markup[] {
  if (heard.length === 0) return [markup`nothing: the process is ended at once`]
  return heard.map(({ written, place, by }) => {
    return markup`<code>${written}</code> ${place ? link(place) : ''}${by === 'process' ? '' : ` (${KIND[by]})`}`
  })
}

const KIND = { library: 'a shutdown library', framework: 'a framework', command: 'the command that runs it' } as const

function deadlineText(deadline: Deadline, link: (place: Place) => Markup): Markup[] {
  switch (deadline.kind) {
    case 'endless':
      return [markup`none: something is waited for that nothing ends`]
    case 'quick':
      return [markup`none is needed: nothing is waited for that may take for ever`]
    case 'unheard':
      return []
    case 'bounded': {
      const time = deadline.ms === undefined ? markup`<code>${deadline.written}</code>` : `${deadline.ms / 1000} s`
      return [markup`${time} ${link(deadline.place)}`]
    }
  }
}

function ending({ heard, exits }: StopStory, link: (place: Place) => Markup): Markup[] {
  if (heard.length === 0) return []
  if (exits.length === 0) return [markup`itself, once nothing holds it any more`]
  return exits.map(({ written, place }) => markup`<code>${written}</code> ${link(place)}`)
}

/** What is the same on both signals is said once. */
function byContent(
  stops: readonly StopStory[],
  title: string,
  say: (stop: StopStory) => readonly Markup[],
  isBad: (stop: StopStory) => boolean,
): Markup[] {
  const said = Map.groupBy(stops, (stop) =>
    say(stop)
      .map((each) => each.html)
      .join(),
  )
  const heard = stops.filter((each) => each.heard.length > 0)
  return [...said.values()].flatMap((all) => {
    const [first] = all
    if (!first || say(first).length === 0) return []
    const signals = all.length === heard.length ? '' : ` on ${all.map(({ signal }) => signal).join(' and ')}`
    return [fact(`${title}${signals}`, say(first), isBad(first))]
  })
}

function fact(title: string, all: readonly Markup[], isBad = false): Markup {
  return markup`<div class="${isBad ? 'fact bad' : 'fact'}"><dt>${title}</dt>${all.map((each) => markup`<dd>${each}</dd>`)}</div>`
}

function placeLink(report: Report, place: Place, findingsAt: FindingsAt): Markup {
  const [first] = findingsAt(place)
  if (first === undefined) return whereOf(report, place)
  return markup`<a href="#${findingId(first)}">${whereOf(report, place)} <span class="count">finding</span></a>`
}
