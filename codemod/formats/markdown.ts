import type { Report, Reported } from '../report.ts'
import { codeFrame } from '../reporters/code-frame.ts'
import { inHtml, inMarkdown, quoted } from '../reporters/in-markdown.ts'
import { createPaint } from '../reporters/paint.ts'
import { summary } from '../reporters/summary.ts'
import { shownPath } from '../shown-path.ts'

/** GitHub takes no comment of more than 65,536 characters. */
const MOST = 60_000

/** A table with what leads to each finding below it, folded up: for a comment of a pull request. */
export default function toMarkdown(report: Report): string {
  const rows: string[] = []
  const details: string[] = []
  let length = 0
  for (const finding of report.findings) {
    const row = toRow(report, finding)
    const detail = toDetail(report, finding)
    length += row.length + detail.length
    if (length > MOST) break
    rows.push(row)
    details.push(detail)
  }
  const left = report.findings.length - rows.length
  const blocks = [
    `**${summary(report)}**`,
    ...(rows.length > 0 ? [['| Where | What | Rule |', '| --- | --- | --- |', ...rows].join('\n')] : []),
    ...(left > 0 ? [`… and ${left} more, which \`graceful-codemod check\` lists.`] : []),
    ...details,
    ...toUnreadable(report),
    ...report.notes.map(inMarkdown),
  ]
  return `${blocks.join('\n\n')}\n`
}

function toRow(report: Report, finding: Reported): string {
  const cells = [quoted(positionOf(report, finding)), inMarkdown(finding.said), ruleOf(finding)]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function toDetail(report: Report, finding: Reported): string {
  const text = report.textOf(finding.place.file)
  const steps = finding.because.map((step) => `- ${quoted(positionOf(report, step))} ${inMarkdown(step.what)}`)
  return [
    `<details><summary>${inHtml(positionOf(report, finding))}</summary>`,
    '',
    ...(text === undefined ? [] : fenced(codeFrame(text, finding.place, createPaint(false)))),
    '',
    ...steps,
    '',
    '</details>',
  ].join('\n')
}

function positionOf(report: Report, { place: { file, line, column } }: Pick<Reported, 'place'>): string {
  return `${shownPath(report, file)}:${line}:${column + 1}`
}

function ruleOf({ rule, confidence }: Reported): string {
  return confidence === 'certain' ? rule : `${rule}, likely`
}

function toUnreadable(report: Report): readonly string[] {
  if (report.unreadable.length === 0) return []
  const lines = report.unreadable.map(({ file, line, why }) => {
    return `- ${quoted(`${shownPath(report, file)}:${line}`)} ${inMarkdown(why)}`
  })
  return [['Not read, so that nothing is known about them:', '', ...lines].join('\n')]
}

/** In a fence that nothing inside can close. */
function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...Array.from(lines.join('\n').matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence]
}
