import type { Finding, Unreadable } from './finding.ts'
import type { Host, Unsaved } from './host.ts'
import type { Investigation } from './investigate.ts'
import type { LoadedElsewhere } from './neighbourhood.ts'
import { partsOf, type Part, type Parts } from './parts.ts'
import { findStops, type Stop } from './queries/stops.ts'
import type { OnProgress, Survey, Surveyor } from './survey.ts'
import { judge } from './verdicts/judge.ts'

/** All that is found in some files as they are on disk. */
export interface Found {
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
}

/** What is found in the files of a part, and known of its programs. */
export interface FoundApart extends Found {
  readonly stops: readonly Stop[]
  /** Of what the part shares with others, too. */
  readonly unreadable: readonly Unreadable[]
}

/** Judges what programs load that share little with others: each of these parts alone, as if it were the whole tree. */
export interface Apart {
  /** What is found in a file; undefined where only the whole tree can tell. */
  findingsIn(file: string, unsaved?: Unsaved): readonly Finding[] | undefined
  /** The files that what is found in one depends on. */
  near(file: string): ReadonlySet<string> | undefined
  /**
   * Judges one part after the other, and gives undefined for one of which only the whole tree can tell; undefined where
   * all of that would cost more than to judge all at once.
   */
  ahead(onProgress?: OnProgress): Generator<FoundApart | undefined, void> | undefined
}

type Investigate = (
  survey: Survey,
  scope: { unsaved?: Unsaved | undefined; loadedElsewhere: LoadedElsewhere },
) => Investigation

interface Judged {
  readonly versions: string
  /** Undefined where what others load would have to be known. */
  readonly found: Omit<FoundApart, 'files'> | undefined
}

export function judgeApart(host: Host, surveyor: Surveyor, investigate: Investigate): Apart {
  const saved = new WeakMap<Part, Judged>()
  /** The last judgement of an editor's text. */
  let edited: (Judged & { readonly part: Part; readonly unsaved: Unsaved }) | undefined

  function partsNow(unsaved?: Unsaved, onProgress?: OnProgress): Parts {
    return partsOf(surveyor.survey(unsaved, onProgress), surveyor.fromRoot)
  }

  function judgePart(part: Part, unsaved?: Unsaved): Judged['found'] {
    const versions = [...part.survey.imports.keys()].map((file) => host.version?.(file)).join(' ')
    const before = unsaved ? edited : saved.get(part)
    const isSame = !unsaved || (edited?.part === part && isEqual(edited.unsaved, unsaved))
    if (isSame && before?.versions === versions) return before.found
    const shared = new Set<string>()
    const loadedElsewhere: LoadedElsewhere = (file) => {
      if (!part.owns(file)) shared.add(file)
      return false
    }
    const { inquiry, unreadable } = investigate(part.survey, { unsaved, loadedElsewhere })
    const findings = judge(inquiry)
    const stops = findStops(inquiry)
    const found = shared.size === 0 ? { findings, stops, unreadable } : undefined
    if (unsaved) edited = { part, unsaved, versions, found }
    else saved.set(part, { versions, found })
    return found
  }

  return {
    findingsIn(file, unsaved) {
      const parts = partsNow(unsaved)
      if (!unsaved && !parts.suspect.has(file)) return []
      const part = parts.with(file)
      return part && judgePart(part, unsaved)?.findings.filter(({ place }) => place.file === file)
    },
    near: (file) => {
      const part = partsNow().with(file)
      return part && new Set(part.survey.imports.keys())
    },
    ahead(onProgress) {
      const parts = partsNow(undefined, onProgress)
      const all = parts.all()
      return all && judgeAll(all, parts)
    },
  }

  function* judgeAll(all: readonly Part[], parts: Parts): Generator<FoundApart | undefined, void> {
    const { suspect } = parts
    const others = host.files.filter((file) => !suspect.has(file))
    yield { files: others, findings: [], stops: [], unreadable: [] }
    for (const part of all) {
      const found = judgePart(part)
      const files = new Set(
        [...part.survey.imports.keys()].filter((file) => suspect.has(file) && parts.with(file) === part),
      )
      yield (
        found && {
          ...found,
          files: [...files],
          findings: found.findings.filter(({ place }) => files.has(place.file)),
        }
      )
    }
  }
}

function isEqual(one: Unsaved, other: Unsaved): boolean {
  return one.file === other.file && one.text === other.text
}
