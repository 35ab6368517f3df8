import { sayFinding } from '../../analysis/index.ts'
import { shownPath } from '../shown-path.ts'
import type { Fixed } from './fix.ts'
import { toDiff } from './to-diff.ts'

/** What `fix --format json` prints. Keys may be added; what is there keeps its name and meaning as long as `version` is 1. */
interface JsonFix {
  readonly version: 1
  readonly read: number
  readonly isWritten: boolean
  readonly findings: readonly JsonOutcome[]
  readonly files: readonly { readonly file: string; readonly isNew: boolean }[]
  readonly diff: string
  readonly unreadable: readonly { readonly file: string; readonly line: number; readonly why: string }[]
}

interface JsonOutcome {
  readonly outcome: 'fixed' | 'gone' | 'left'
  /** What was done, or why nothing was. */
  readonly said: string
  readonly rule: string
  readonly verdict: string
  readonly confidence: 'certain' | 'likely'
  readonly message: string
  /** Before the edits. */
  readonly file: string
  readonly line: number
  readonly column: number
}

export function toFixJson(fixed: Fixed, isWritten: boolean): string {
  const json: JsonFix = {
    version: 1,
    read: fixed.read,
    isWritten,
    findings: fixed.outcomes.map((outcome) => ({
      outcome: outcome.is,
      said: outcome.is === 'left' ? outcome.why : outcome.how,
      rule: outcome.finding.rule,
      verdict: outcome.finding.verdict,
      confidence: outcome.finding.confidence,
      message: sayFinding(outcome.finding),
      file: shownPath(fixed, outcome.finding.place.file),
      line: outcome.finding.place.line,
      column: outcome.finding.place.column + 1,
    })),
    files: fixed.texts.map(({ file, before }) => ({ file: shownPath(fixed, file), isNew: before === undefined })),
    diff: toDiff(fixed),
    unreadable: fixed.unreadable.map(({ file, line, why }) => ({ file: shownPath(fixed, file), line, why })),
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}
