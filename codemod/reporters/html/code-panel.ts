import type { Place } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import { markup, type Markup } from './markup.ts'
import { whereOf } from './places.ts'

/** A stretch of code that is marked, and what leads to it. */
export interface Mark {
  readonly place: Place
  readonly id: string
  /** What stands before it: the number of a step. */
  readonly label: string
}

const AROUND = 2
/** Of what goes on for longer the beginning tells enough. */
const LONGEST = 8
const WIDEST = 240

/** The code of marked places, with their neighbours: those that stand near each other in one frame. */
export function codePanels(report: Report, marks: readonly Mark[]): Markup[] {
  const files = Map.groupBy(marks, ({ place }) => place.file)
  return [...files].flatMap(([file, own]) => {
    const text = report.textOf(file)
    if (text === undefined) return own.map(({ place, id }) => markup`<p id="${id}">${whereOf(report, place)}</p>`)
    const lines = text.trimEnd().split(/\r\n|[\n\r\u2028\u2029]/)
    return framesOf(own).map((frame) => panel(report, lines, frame))
  })
}

interface Frame {
  readonly from: number
  to: number
  readonly marks: Mark[]
}

function framesOf(marks: readonly Mark[]): Frame[] {
  const frames: Frame[] = []
  for (const mark of marks.toSorted((a, b) => a.place.start - b.place.start)) {
    const from = Math.max(1, mark.place.line - AROUND)
    const to = Math.min(mark.place.endLine, mark.place.line + LONGEST) + AROUND
    const last = frames.at(-1)
    if (last && from <= last.to + 1) {
      last.to = Math.max(last.to, to)
      last.marks.push(mark)
    } else frames.push({ from, to, marks: [mark] })
  }
  return frames
}

function panel(report: Report, lines: readonly string[], { from, to, marks }: Frame): Markup {
  const shown = lines.slice(from - 1, to)
  const indent = Math.min(...shown.filter((each) => each.trim() !== '').map((each) => each.search(/\S/)), WIDEST)
  const [first] = marks
  return markup`<figure class="code">
    ${first && markup`<figcaption>${whereOf(report, first.place)}</figcaption>`}
    <pre tabindex="0" aria-label="Code">${shown.map((line, index) => codeLine(line, from + index, indent, marks))}</pre>
  </figure>`
}

function codeLine(line: string, number: number, indent: number, marks: readonly Mark[]): Markup {
  const own = marks.filter(({ place }) => place.line <= number && number <= place.endLine)
  const begins = own.filter(({ place }) => place.line === number)
  const labels = begins.map(({ id, label }) => markup`<span class="step" id="${id}" tabindex="-1">${label}</span>`)
  const kind = own.length > 0 ? 'line marked' : 'line'
  const gutter = markup`<span class="number" aria-hidden="true">${number}</span>`
  const source = marked(line, number, indent, own)
  return markup`<span class="${kind}">${gutter}<span class="steps">${labels}</span><span class="source">${source}</span>${'\n'}</span>`
}

/** The line in pieces, each of which is marked or not; without what all lines of the frame are indented by. */
function marked(line: string, number: number, indent: number, marks: readonly Mark[]): Markup[] {
  const ranges = marks.map(({ place }) => ({
    start: place.line === number ? place.column : line.search(/\S|$/),
    end: place.endLine === number ? place.endColumn : line.length,
  }))
  const first = Math.min(indent, line.length)
  const shown = Math.min(line.length, first + WIDEST)
  const bounds = new Set([first, shown, ...ranges.flatMap(({ start, end }) => [start, end])])
  const cuts = [...bounds].filter((at) => first <= at && at <= shown).sort((a, b) => a - b)
  const pieces = cuts.slice(0, -1).map((at, index) => {
    const piece = line.slice(at, cuts[index + 1])
    return ranges.some(({ start, end }) => start <= at && at < end) ? markup`<mark>${piece}</mark>` : markup`${piece}`
  })
  return line.length > shown ? [...pieces, markup`<span class="more">…</span>`] : pieces
}
