import type { HeldResource, ProgramStory } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import type { StopGroup } from '../stop-groups.ts'
import { fateText } from './fate-text.ts'
import { axis, laneOf } from './lanes.ts'
import { markup, type Markup } from './markup.ts'
import { findingId, whereOf, type FindingsAt } from './places.ts'

/** One lane for each resource, in the order in which they are acquired. */
export function stopFigure(
  report: Report,
  { resources }: ProgramStory,
  { signals, stop }: StopGroup,
  programId: string,
  findingsAt: FindingsAt,
): Markup {
  const id = `${programId}-${signals.join('-').toLowerCase()}`
  const { steps } = stop
  return markup`<figure class="stop" aria-labelledby="${id}">
    <figcaption id="${id}"><h4>On ${signals.join(' and on ')}</h4></figcaption>
    <div class="axis-row" aria-hidden="true"><span>acquired, in this order</span>${axis(signals.join(' · '), steps)}<span>and then</span></div>
    <ol class="lanes">
      ${resources.map((resource, index) => {
        const fate = stop.fates[index]
        return (
          fate &&
          markup`<li class="${fate.state}">
          ${name(report, resource, `${programId}-code-${index + 1}`, findingsAt)}
          ${laneOf({ resource, fate, index, of: resources.length, steps })}
          <p class="fate">${fateText(report, fate, stop, resources)}</p>
        </li>`
        )
      })}
    </ol>
  </figure>`
}

/** A resource leads to its finding, or else to its code. */
function name(report: Report, resource: HeldResource, codeId: string, findingsAt: FindingsAt): Markup {
  const { written, package: from, kind, place, isAtStart } = resource
  const findings = findingsAt(place)
  const [first] = findings
  const target = first === undefined ? codeId : findingId(first)
  return markup`<p class="name">
    <a href="#${target}"><code>${written}</code>${first !== undefined && markup` <span class="count">${findings.length === 1 ? 'finding' : `${findings.length} findings`}</span>`}</a>
    <span class="what">${from === '' ? 'the project’s own' : from} · ${kind}${!isAtStart && ' · opened later'}</span>
    ${whereOf(report, place)}
  </p>`
}
