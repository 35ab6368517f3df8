import type { ProgramStory } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import { shownPath } from '../../shown-path.ts'
import { stopGroups } from '../stop-groups.ts'
import { codePanels } from './code-panel.ts'
import { markup, type Markup } from './markup.ts'
import { count, isLeft, isLetGo, resourcesThat } from './numbers.ts'
import type { FindingsAt } from './places.ts'
import { programFacts } from './program-facts.ts'
import { stopFigure } from './stop-figure.ts'

/** A service: what it holds, and what becomes of that when it is stopped. */
export function programSection(report: Report, program: ProgramStory, index: number, findingsAt: FindingsAt): Markup {
  const id = `program${index + 1}`
  const { entry, resources } = program
  return markup`<section class="program" aria-labelledby="${id}">
    <header>
      <h3 id="${id}"><code>${shownPath(report, entry)}</code></h3>
      <p class="verdict ${verdictOf(program).kind}">${verdictOf(program).says}</p>
    </header>
    ${programFacts(report, program, findingsAt)}
    ${resources.length > 0 && stops(report, program, id, findingsAt)}
    ${codeOf(report, program, id, findingsAt)}
  </section>`
}

/** A signal that nothing hears needs no picture of its own beside another one: all of it ends there. */
function stops(report: Report, program: ProgramStory, id: string, findingsAt: FindingsAt): Markup[] {
  const groups = stopGroups(program)
  return groups.map((group) => {
    const { stop, signals } = group
    if (stop.heard.length > 0 || groups.length === 1) return stopFigure(report, program, group, id, findingsAt)
    const all = count(program.resources.length, 'resource')
    return markup`<p class="unheard"><strong>On ${signals.join(' and on ')}</strong> the process is ended at once, as nothing hears it: ${all} cut off.</p>`
  })
}

function verdictOf(program: ProgramStory): { kind: 'good' | 'bad' | 'none'; says: string } {
  const { resources } = program
  const left = resourcesThat(program, isLeft).length
  const released = resourcesThat(program, isLetGo).length
  if (resources.length === 0) return { kind: 'none', says: 'It holds nothing that would have to be released.' }
  if (left > 0) return { kind: 'bad', says: `${left} of ${count(resources.length, 'resource')} not released` }
  return { kind: 'good', says: `All of ${count(released, 'resource')} released` }
}

/** The code of what has no finding that would show it. */
function codeOf(
  report: Report,
  { resources, stops }: ProgramStory,
  id: string,
  findingsAt: FindingsAt,
): Markup | undefined {
  const marks = resources.flatMap(({ place }, index) => {
    if (findingsAt(place).length > 0) return []
    const releases = new Map(
      stops
        .flatMap(({ fates }) => fates[index]?.release ?? [])
        .map((each) => [`${each.place.file}:${each.place.start}`, each]),
    )
    const own = { place, id: `${id}-code-${index + 1}`, label: 'in' }
    const others = [...releases.values()].map((each, at) => {
      return { place: each.place, id: `${id}-release-${index + 1}-${at + 1}`, label: 'out' }
    })
    return [own, ...others]
  })
  if (marks.length === 0) return undefined
  return markup`<details class="sources"><summary>The code that acquires and releases what has no finding</summary>
    <div class="panels">${codePanels(report, marks)}</div></details>`
}
