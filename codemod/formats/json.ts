import type { Place } from '../../analysis/index.ts'
import type { Report, Shard } from '../report.ts'
import { shownPath } from '../shown-path.ts'

/**
 * What `--format json` prints. Keys may be added; what is there keeps its name and meaning as long as `version` is 1.
 * Files are relative to the folder the check was started in; lines and columns count from 1, an end is behind the last.
 */
export interface JsonReport {
  readonly version: 1
  readonly strict: boolean
  /** Which part of a whole it is, as --shard says. */
  readonly shard?: Shard
  readonly read: number
  readonly suppressed: number
  readonly known: number
  readonly notes: readonly string[]
  readonly findings: readonly JsonFinding[]
  readonly unreadable: readonly {
    readonly file: string
    readonly line: number
    readonly why: string
    readonly isBug?: true
  }[]
}

interface JsonFinding extends JsonPlace {
  readonly rule: string
  readonly verdict: string
  readonly confidence: 'certain' | 'likely'
  readonly message: string
  /** Tells it from all others of its file, and stays the same when lines come and go around it. */
  readonly fingerprint: string
  readonly because: readonly (JsonPlace & { readonly what: string })[]
}

export interface JsonPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export default function toJson(report: Report): string {
  const { strict, shard, read, suppressed, known, notes, findings, unreadable } = report
  const json: JsonReport = {
    version: 1,
    strict,
    ...(shard && { shard }),
    read,
    suppressed,
    known,
    notes,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      verdict: finding.verdict,
      confidence: finding.confidence,
      message: finding.said,
      fingerprint: finding.fingerprint,
      ...toPlace(report, finding.place),
      because: finding.because.map(({ what, place }) => ({ what, ...toPlace(report, place) })),
    })),
    unreadable: unreadable.map((each) => ({ ...each, file: shownPath(report, each.file) })),
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

function toPlace(report: Report, { file, line, column, endLine, endColumn }: Place): JsonPlace {
  return { file: shownPath(report, file), line, column: column + 1, endLine, endColumn: endColumn + 1 }
}
