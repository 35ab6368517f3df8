import type { Place } from '../../../analysis/index.ts'
import type { Report, Reported } from '../../report.ts'
import { codePanels, type Mark } from './code-panel.ts'
import { markup, type Markup } from './markup.ts'
import { findingId, sentence, whereOf } from './places.ts'

/** A finding with what leads to it: each step is a link to its code. */
export function findingArticle(report: Report, finding: Reported, index: number, isOpen: boolean): Markup {
  const { place, confidence, verdict } = finding
  const id = findingId(index)
  const steps = stepsOf(finding)
  const marks = steps.map(({ place }, at): Mark => ({ place, id: `${id}-step-${at + 1}`, label: String(at + 1) }))
  return markup`<details class="finding ${confidence}" id="${id}" ${isOpen && markup`open`}>
    <summary>
      <span class="says">${sentence(finding.said)}</span>
      <span class="meta">${whereOf(report, place)} <span class="tag">${verdict}</span> <span class="tag ${confidence}">${confidence}</span></span>
    </summary>
    <div class="evidence">
      <ol class="chain">
        ${steps.map(
          ({ what, place }, at) =>
            markup`<li>
              <a href="#${id}-step-${at + 1}"><span class="what">${sentence(what)}</span> ${whereOf(report, place)}</a>
            </li>`,
        )}
      </ol>
      <div class="panels">${codePanels(report, marks)}</div>
    </div>
  </details>`
}

/** The evidence; where that does not show the finding's own place, that first. */
function stepsOf({ place, because }: Reported): { readonly place: Place; readonly what: string }[] {
  const isShown = because.some((each) => each.place.file === place.file && each.place.start === place.start)
  return isShown ? [...because] : [{ place, what: 'This is what is reported.' }, ...because]
}
