import { createHash } from 'node:crypto'
import type { Report } from '../report.ts'
import { sayReported, type Reported } from '../reported.ts'
import { shownPath } from '../shown-path.ts'

/**
 * What stays the same about a finding when lines come and go around it, one for each, in their order: the rule, the file,
 * what is said, the code of the line, and which one of those that are alike it is.
 */
export function fingerprints(report: Report): readonly string[] {
  const seen = new Map<string, number>()
  const lines = new Map<string, readonly string[]>()
  return report.findings.map((finding) => {
    const { file, line } = finding.place
    const known = lines.get(file) ?? (report.textOf(file) ?? '').split('\n')
    lines.set(file, known)
    const same = identity(report, finding, known[line - 1] ?? '')
    const count = (seen.get(same) ?? 0) + 1
    seen.set(same, count)
    return createHash('sha256').update(`${same}\n${count}`).digest('hex').slice(0, 32)
  })
}

function identity(report: Report, finding: Reported, code: string): string {
  const { rule, verdict, place } = finding
  const said = sayReported(finding).replaceAll(/\d+/g, '#')
  return [rule, verdict, shownPath(report, place.file), said, code.replaceAll(/\s+/g, '')].join('\n')
}
