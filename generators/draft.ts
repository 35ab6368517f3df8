import { UnplacedEdit } from '../codemod/edits/index.ts'
import { UsageError } from './usage-error.ts'

/** A file that is not on disk as the plan has it. */
export interface Change {
  readonly path: string
  readonly text: string
  readonly kind: 'created' | 'changed'
}

/** Reads a file of the service by its path in it. */
export type Existing = (path: string) => string | undefined

/** The service as it will be, while the plan is made. Nothing of it is on disk. */
export interface Draft {
  readonly read: Existing
  /** A file that is wholly ours. */
  readonly write: (path: string, text: string) => void
  /** Changes a file by a verb; where the verb finds no place, what it says to do by hand is kept for the end. */
  readonly edit: (path: string, verb: (text: string) => string) => void
  /** What differs from the disk, in the order it was planned. Throws what is left to do by hand, if anything is. */
  readonly changes: (disk: Existing) => Change[]
  readonly written: () => ReadonlySet<string>
}

/** A draft that starts from what `existing` reads. */
export function createDraft(existing: Existing): Draft {
  const texts = new Map<string, string>()
  const written = new Set<string>()
  const byHand: string[] = []
  const read: Existing = (path) => texts.get(path) ?? existing(path)
  return {
    read,
    written: () => written,
    write(path, text) {
      written.add(path)
      texts.set(path, text)
    },
    edit(path, verb) {
      const text = read(path)
      try {
        const edited = verb(text ?? '')
        if (text === undefined) byHand.push(`${path} (which is missing): ${edited.trim()}`)
        else texts.set(path, edited)
      } catch (error) {
        if (!(error instanceof UnplacedEdit)) throw error
        byHand.push(`${path} (${text === undefined ? 'which is missing' : error.place}): ${error.instruction}`)
      }
    },
    changes(disk) {
      if (byHand.length > 0) throw new UsageError(toDo(byHand))
      return [...texts].flatMap(([path, text]) => toChange(path, text, disk(path)))
    },
  }
}

function toChange(path: string, text: string, before: string | undefined): Change[] {
  if (text === before) return []
  return [{ path, text, kind: before === undefined ? 'created' : 'changed' }]
}

function toDo(byHand: readonly string[]): string {
  const lines = byHand.map((instruction) => `  ${instruction.replaceAll('\n', '\n    ')}`).join('\n')
  return `Nothing was written: the service's own code leaves no place that is certain. Add by hand, then run this again:\n${lines}`
}
