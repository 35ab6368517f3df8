import { collectFacts, lineAt } from './facts/collect.ts'
import type { Facts } from './facts/facts.ts'
import type { Unreadable } from './finding.ts'
import type { Host, Unsaved } from './host.ts'
import { Unparsable } from './parse.ts'
import type { Scan } from './scan.ts'

/** What is known of the files of a host; nothing is read or parsed twice while it stays the same. */
export interface KnownFiles {
  readonly scanOf: (file: string, unsaved?: Unsaved) => Scan
  readonly factsOf: (file: string, unsaved?: Unsaved) => Facts | Unreadable | undefined
  readonly textOf: (file: string, unsaved?: Unsaved) => string | undefined
}

interface Known {
  readonly version: string
  readonly text: string | undefined
  readonly scan: Scan
  facts?: Facts | Unreadable | undefined
}

const NOTHING: Scan = {
  specifiers: [],
  isRelevant: false,
  mayBeFoundIn: false,
  describes: false,
  loadsByName: false,
}

export function knowFiles(host: Host, scan: (text: string) => Scan): KnownFiles {
  const all = new Map<string, Known>()
  /** What is being edited: what is on disk is known beside it. */
  let edited: { readonly unsaved: Unsaved; readonly known: Known } | undefined

  function knownOf(file: string, unsaved: Unsaved | undefined): Known {
    if (unsaved?.file === file) {
      if (edited?.unsaved.file !== file || edited.unsaved.text !== unsaved.text)
        edited = { unsaved, known: { version: '', text: unsaved.text, scan: scan(unsaved.text) } }
      return edited.known
    }
    const version = host.version?.(file) ?? ''
    const before = all.get(file)
    if (before?.version === version) return before
    const text = host.read(file)
    const now: Known = { version, text, scan: text === undefined ? NOTHING : scan(text) }
    all.set(file, now)
    return now
  }

  return {
    scanOf: (file, unsaved) => knownOf(file, unsaved).scan,
    textOf: (file, unsaved) => knownOf(file, unsaved).text,
    factsOf(file, unsaved) {
      const known = knownOf(file, unsaved)
      known.facts ??= known.text === undefined ? undefined : attempt(file, known.text)
      return known.facts
    },
  }
}

function attempt(file: string, text: string): Facts | Unreadable {
  try {
    return collectFacts(file, text)
  } catch (error) {
    if (error instanceof Unparsable) return { file, line: lineOf(text, error.at), why: error.message }
    // Nested deeper than the stack: nobody wrote that by hand.
    if (error instanceof RangeError) return { file, line: 1, why: 'It is nested too deeply.' }
    // One file that nobody has thought of costs its own findings, and not those of all others.
    return { file, line: 1, why: `This is a bug of the analysis: ${String(error)}`, isBug: true }
  }
}

function lineOf(text: string, offset: number): number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1)
  return lineAt([0, ...starts], offset)
}
