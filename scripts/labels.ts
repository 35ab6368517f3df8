import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a careful reader says of one acquisition or one signal handler in a repository. */
export interface Label {
  readonly file: string
  readonly line: number
  /** Where else the same thing may be reported. */
  readonly also_lines?: readonly number[]
  readonly kind: 'server' | 'resource' | 'handler'
  readonly what: string
  readonly verdict: string
  /** False where another reader could disagree: it counts for nothing. */
  readonly sure?: boolean
  readonly why: string
}

export interface LabelledRepository {
  /** `owner/name` */
  readonly repo: string
  readonly commit: string
  /** The folders that were labelled, from the top of the repository. */
  readonly roots: readonly string[]
  readonly labels: readonly Label[]
  /** Globs of files that nobody has labelled. */
  readonly unlabelled: readonly string[]
}

type Row = Label | { readonly kind: 'unlabelled'; readonly file: string }

/** Reads one file of JSON lines for each repository: the repository first, then its labels. */
export function readLabels(folder: string): readonly LabelledRepository[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return files.sort().map((name) => {
    const [first = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n')
    // The parse boundary: labels are written by hand, to the guide beside them.
    const { repo, commit, root, roots } = JSON.parse(first) as {
      repo: string
      commit: string
      root: string
      roots?: string[]
    }
    const rows = lines.map((line) => JSON.parse(line) as Row)
    return {
      repo,
      commit,
      roots: roots ?? [root],
      labels: rows.filter((row) => row.kind !== 'unlabelled'),
      unlabelled: rows.filter((row) => row.kind === 'unlabelled').map(({ file }) => file),
    }
  })
}
