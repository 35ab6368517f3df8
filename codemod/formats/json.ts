import { sayFinding, type Place } from '../../analysis/index.ts'
import type { Report } from '../report.ts'
import { shownPath } from '../shown-path.ts'

/**
 * What `--format json` prints. Keys may be added; what is there keeps its name and meaning as long as `version` is 1.
 * Files are relative to the folder the check was started in; lines and columns count from 1, an end is behind the last.
 */
interface JsonReport {
  readonly version: 1
  readonly strict: boolean
  readonly read: number
  readonly findings: readonly JsonFinding[]
  readonly unreadable: readonly { readonly file: string; readonly line: number; readonly why: string }[]
}

interface JsonFinding extends JsonPlace {
  readonly rule: string
  readonly verdict: string
  readonly confidence: 'certain' | 'likely'
  readonly message: string
  readonly because: readonly (JsonPlace & { readonly what: string })[]
}

interface JsonPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export default function toJson(report: Report): string {
  const { strict, read, findings, unreadable } = report
  const json: JsonReport = {
    version: 1,
    strict,
    read,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      verdict: finding.verdict,
      confidence: finding.confidence,
      message: sayFinding(finding),
      ...toPlace(report, finding.place),
      because: finding.because.map(({ what, place }) => ({ what, ...toPlace(report, place) })),
    })),
    unreadable: unreadable.map(({ file, line, why }) => ({ file: shownPath(report, file), line, why })),
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

function toPlace(report: Report, { file, line, column, endLine, endColumn }: Place): JsonPlace {
  return { file: shownPath(report, file), line, column: column + 1, endLine, endColumn: endColumn + 1 }
}
