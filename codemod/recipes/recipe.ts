import type { Finding } from '../../analysis/index.ts'
import type { ImportToAdd, TextEdit } from '../edits/index.ts'
import type { Workshop } from './workshop.ts'

/** What becomes of one file: edits of its text as it stands, and what it then has to import. */
export interface FileChange {
  readonly file: string
  readonly edits: readonly TextEdit[]
  readonly imports: readonly ImportToAdd[]
}

/** How a finding is put right. */
export interface Repair {
  /** What is done, for the summary: a sentence. */
  readonly what: string
  readonly changes: readonly FileChange[]
  /** Files that come along, where they are not there yet. */
  readonly files: ReadonlyMap<string, string>
}

/** Why a finding is left to a person: a sentence. */
export interface Refusal {
  readonly why: string
}

/** A way to put findings right, or nothing where it is not about such a finding. */
export type Recipe = (finding: Finding, workshop: Workshop) => Repair | Refusal | undefined

export function isRefusal(result: object): result is Refusal {
  return 'why' in result
}
