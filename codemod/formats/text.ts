import type { Evidence } from '../../analysis/index.ts'
import type { Report, Reported } from '../report.ts'
import { shownPath } from '../shown-path.ts'
import { codeFrame } from '../reporters/code-frame.ts'
import { createPaint, type Paint } from '../reporters/paint.ts'
import { printable } from '../reporters/printable.ts'
import { summary } from '../reporters/summary.ts'

/** The report for a person: the code of each finding, and what leads to it. */
export default function toText(report: Report, hasColours: boolean): string {
  const paint = createPaint(hasColours)
  const files = Map.groupBy(report.findings, ({ place }) => place.file)
  const blocks = [...files].map(([file, findings]) => {
    const text = report.textOf(file)
    const title = paint(['bold', 'underline'], printable(shownPath(report, file)))
    return [title, ...findings.map((finding) => findingText(report, finding, text, paint))].join('\n\n')
  })
  const all = [
    ...blocks,
    ...unreadableText(report),
    ...(report.notes.length > 0 ? [report.notes.map(printable).join('\n')] : []),
    paint(report.findings.length > 0 ? 'red' : 'green', summary(report)),
  ]
  return `${all.join('\n\n')}\n`
}

function findingText(report: Report, finding: Reported, text: string | undefined, paint: Paint): string {
  const { line, column } = finding.place
  const sure = finding.confidence === 'certain' ? '' : ', likely'
  const rule = paint('dim', `${finding.rule}${sure}`)
  const head = `  ${line}:${column + 1}  ${paint('bold', printable(finding.said))}  ${rule}`
  const frame = text === undefined ? [] : codeFrame(text, finding.place, paint)
  const evidence = evidenceLines(report, finding.because, paint)
  return [head, '', ...indented(frame), ...(evidence.length > 0 ? ['', ...indented(evidence)] : [])].join('\n')
}

function evidenceLines(report: Report, because: readonly Evidence[], paint: Paint): string[] {
  const steps = because.map(({ what, place: { file, line, column } }) => {
    return { what: printable(what), where: printable(`${shownPath(report, file)}:${line}:${column + 1}`) }
  })
  const width = Math.max(...steps.map(({ where }) => where.length))
  return steps.map(({ what, where }) => `${paint('cyan', where.padEnd(width))}  ${what}`)
}

function unreadableText(report: Report): string[] {
  if (report.unreadable.length === 0) return []
  const lines = report.unreadable.map(({ file, line, why }) => {
    return `  ${printable(`${shownPath(report, file)}:${line}`)}  ${printable(why)}`
  })
  return [['Not read, so that nothing is known about them:', ...lines].join('\n')]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`)
}
