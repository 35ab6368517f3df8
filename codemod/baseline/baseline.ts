import { dirname, posix, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { toKey } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'
import { readText } from '../read-text.ts'
import type { Report, Reported } from '../report.ts'
import { shownPath } from '../shown-path.ts'

/** A finding that is known. No line numbers: those change with every edit above it. */
export interface BaselineEntry {
  /** From the folder of the baseline. */
  readonly file: string
  readonly rule: string
  readonly confidence: Reported['confidence']
  readonly fingerprint: string
}

const LINE = /^([^\t]+)\t([\w-]+)\t(certain|likely)\t([0-9a-f]{32})$/
const TOP =
  '# Findings that are known: file, rule, confidence, fingerprint. See --baseline in graceful-codemod check --help.'

/** The entries of a baseline; undefined where there is no such file. @throws {CannotRun} at a line that is none */
export function readBaseline(path: string): readonly BaselineEntry[] | undefined {
  const text = readText(path)
  if (text === undefined) {
    if (!existsSync(path)) return undefined
    throw new CannotRun(`--baseline: ${path} can not be read.`)
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line === '' || line.startsWith('# ')) return []
    const [, file = '', rule = '', confidence, fingerprint = ''] = LINE.exec(line) ?? []
    if (confidence !== 'certain' && confidence !== 'likely') {
      throw new CannotRun(`--baseline: ${path}:${index + 1} is no entry: was it merged by hand?`)
    }
    return [{ file, rule, confidence, fingerprint }]
  })
}

/** One line each, in an order that lets two branches add to it. */
export function toBaselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => {
    return `${entry.file}\t${entry.rule}\t${entry.confidence}\t${entry.fingerprint}`
  })
  return `${[TOP, ...[...new Set(lines)].sort()].join('\n')}\n`
}

function toEntry({ place, rule, confidence, fingerprint }: Reported, baseline: string): BaselineEntry {
  // A tab or a line break would end the field.
  const file = encodeURI(shownPath({ startedIn: dirname(resolve(baseline)) }, place.file)).replaceAll('%20', ' ')
  return { file, rule, confidence, fingerprint }
}

/** The file that an entry is about, as a report names it. */
function fileOf({ file }: BaselineEntry, baseline: string): string {
  return posix.join(toKey(dirname(resolve(baseline))), decodeURI(file))
}

export function keyOf({ file, fingerprint }: BaselineEntry): string {
  return `${fingerprint} ${file}`
}

export interface Compared {
  /** What the baseline does not have. */
  readonly report: Report
  readonly added: readonly BaselineEntry[]
  /** What it has, and the check would have found, but did not. */
  readonly stale: readonly BaselineEntry[]
}

/** Takes out of a report what a baseline has. */
export function compare(report: Report, entries: readonly BaselineEntry[], baseline: string): Compared {
  const known = new Set(entries.map(keyOf))
  const found = report.findings.map((finding) => ({ finding, entry: toEntry(finding, baseline) }))
  const fresh = found.filter(({ entry }) => !known.has(keyOf(entry)))
  const current = new Set(found.map(({ entry }) => keyOf(entry)))
  return {
    report: {
      ...report,
      findings: fresh.map(({ finding }) => finding),
      known: report.known + found.length - fresh.length,
    },
    added: fresh.map(({ entry }) => entry),
    stale: entries.filter((entry) => !current.has(keyOf(entry)) && wouldBeFound(entry)),
  }

  /** A run over a part, or without --strict, knows nothing of the rest. */
  function wouldBeFound(entry: BaselineEntry): boolean {
    if (entry.confidence === 'likely' && !report.strict) return false
    const file = fileOf(entry, baseline)
    return report.judged.has(file) || !existsSync(file)
  }
}
