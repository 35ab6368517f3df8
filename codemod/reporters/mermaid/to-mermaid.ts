import type { ProgramStory } from '../../../analysis/index.ts'
import type { ToldReport } from '../../report.ts'
import { shownPath } from '../../shown-path.ts'
import { printable } from '../printable.ts'
import { summary } from '../summary.ts'
import { stopGroups } from '../stop-groups.ts'
import { stopDiagram } from './stop-diagram.ts'

/** Markdown with a diagram for each service, as code hosts draw it. */
export function toMermaid(report: ToldReport): string {
  const services = report.programs.filter(({ kind, resources }) => kind === 'service' && resources.length > 0)
  const none = services.length === 0 ? ['No program was found that holds anything until it is told to stop.', ''] : []
  return [summary(report), '', ...none, ...services.map((each) => section(report, each))].join('\n')
}

function section(report: ToldReport, program: ProgramStory): string {
  const name = printable(shownPath(report, program.entry)).replaceAll('`', "'")
  const diagrams = stopGroups(program).map(({ stop, signals }) =>
    ['```mermaid', stopDiagram(report, program, stop, signals) + '```', ''].join('\n'),
  )
  return [`## \`${name}\``, '', ...diagrams].join('\n')
}
