import type { Fate, HeldResource, ProgramStory, StopStory } from '../../../analysis/index.ts'
import type { Report } from '../../report.ts'
import { shownPath } from '../../shown-path.ts'
import { label } from './label.ts'

/** What a program holds, and what becomes of that on the signals, as a flowchart from left to right. */
export function stopDiagram(
  report: Report,
  { resources }: ProgramStory,
  stop: StopStory,
  signals: readonly string[],
): string {
  const all = resources.flatMap((resource, index): Item[] => {
    const fate = stop.fates[index]
    return fate ? [{ resource, fate, index }] : []
  })
  const steps = Array.from({ length: stop.steps }, (_, at) => all.filter(({ fate }) => isIn(fate, at + 1)))
  const groups: Group[] = steps.map((items, at) => ({
    id: `step${at + 1}`,
    title: `Step ${at + 1}`,
    kind: 'good',
    nodes: items.map((item) => node(`step${at + 1}_${item.index}`, releaseOf(report, item))),
  }))
  const unknown = all.filter(({ fate }) => fate.state === 'released' && fate.from === undefined)
  const left = all.filter(({ fate }) => fate.state === 'left-open' || fate.state === 'cut-off')
  const drawn = groups.filter(({ nodes }) => nodes.length > 0)
  const chain = ['held', 'signal', ...drawn.map(({ id }) => id), 'done']
  return [
    'flowchart LR',
    ...groupLines({
      id: 'held',
      title: 'Held, in the order of acquisition',
      kind: 'plain',
      nodes: all.map((item) => node(`held_${item.index}`, acquisitionOf(report, item))),
    }),
    `  signal{{${label(signals.join(', '))}}}`,
    ...drawn.flatMap(groupLines),
    ...groupLines({
      id: 'unknown',
      title: 'Released, in an order that the code does not tell',
      kind: 'good',
      nodes: unknown.map((item) => node(`unknown_${item.index}`, releaseOf(report, item))),
    }),
    ...groupLines({
      id: 'open',
      title: stop.heard.length === 0 ? 'Cut off: nothing hears the signal' : openTitle(left),
      kind: 'bad',
      nodes: left.map((item) => node(`open_${item.index}`, acquisitionOf(report, item))),
    }),
    `  done([${label(endOf(stop))}])`,
    `  ${chain.join(' --> ')}`,
    ...(unknown.length > 0 ? ['  signal -.-> unknown -.-> done'] : []),
    ...(left.length > 0 ? ['  signal --x open'] : []),
    '  classDef good stroke:#17693a,stroke-width:2px',
    '  classDef bad stroke:#b3261e,stroke-width:3px',
    '',
  ].join('\n')
}

interface Item {
  readonly resource: HeldResource
  readonly fate: Fate
  readonly index: number
}

interface Group {
  readonly id: string
  readonly title: string
  readonly kind: 'plain' | 'good' | 'bad'
  readonly nodes: readonly string[]
}

function openTitle(left: readonly Item[]): string {
  const isCut = left.some(({ fate }) => fate.state === 'cut-off')
  return isCut ? 'Left open, or cut off by the exit' : 'Left open'
}

function groupLines({ id, title, kind, nodes }: Group): string[] {
  if (nodes.length === 0) return []
  const coloured = kind === 'plain' ? [] : [`  class ${id} ${kind}`]
  return [`  subgraph ${id}[${label(title)}]`, '    direction TB', ...nodes, '  end', ...coloured]
}

function isIn({ state, from }: Fate, step: number): boolean {
  return state === 'released' && from === step
}

function node(id: string, text: string): string {
  return `    ${id}[${label(text)}]`
}

function acquisitionOf(report: Report, { resource, index }: Item): string {
  const { written, place } = resource
  return `${index + 1}. ${written} ${shownPath(report, place.file)}:${place.line}`
}

function releaseOf(report: Report, { resource, fate, index }: Item): string {
  const { release } = fate
  if (!release) return `${index + 1}. ${resource.written}`
  return `${index + 1}. ${release.written} ${shownPath(report, release.place.file)}:${release.place.line}`
}

function endOf({ exits, heard }: StopStory): string {
  if (heard.length === 0) return 'the process is ended at once'
  return exits[0]?.written ?? 'it ends when nothing holds it'
}
