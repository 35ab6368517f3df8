import { isAbsolute, relative } from 'node:path'
import type { Report, Reported } from '../report.ts'
import { printable } from '../reporters/printable.ts'
import { summary } from '../reporters/summary.ts'
import { shownPath } from '../shown-path.ts'

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

/** Lines that a step of GitHub Actions turns into annotations of the pull request. */
export default function toGithub(report: Report): string {
  const lines = [
    ...report.findings.map((finding) => toCommand(report, finding)),
    ...report.unreadable.map(({ file, line, why }) => {
      return command('warning', { file: shown(report, file), line, title: 'not read' }, printable(why))
    }),
    ...report.notes.map((note) => command('notice', {}, printable(note))),
    summary(report),
  ]
  return `${lines.join('\n')}\n`
}

function toCommand(report: Report, { rule, confidence, place, said, because }: Reported): string {
  const { file, line, endLine, column, endColumn } = place
  // Columns are taken only where they are of one line.
  const columns = line === endLine ? { col: column + 1, endColumn: endColumn + 1 } : {}
  const steps = because.map(({ what, place: step }) => {
    return `${shown(report, step.file)}:${step.line}: ${printable(what)}`
  })
  return command(
    confidence === 'certain' ? 'error' : 'warning',
    { file: shown(report, file), line, endLine, ...columns, title: rule },
    [printable(said), ...steps].join('\n'),
  )
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name}${given.length > 0 ? ` ${given.join(',')}` : ''}::${escapeMessage(message)}`
}

/** Annotations are found by the path from the top of the checkout, wherever in it the step runs. */
function shown(report: Report, file: string): string {
  const { GITHUB_WORKSPACE: top } = process.env
  const path = top === undefined ? '..' : relative(top, file)
  return path.startsWith('..') || isAbsolute(path) ? shownPath(report, file) : shownPath({ startedIn: top ?? '' }, file)
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
