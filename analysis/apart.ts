import type { Finding } from './finding.ts'
import type { Host, Unsaved } from './host.ts'
import type { Inquiry } from './inquiry.ts'
import type { LoadedElsewhere } from './neighbourhood.ts'
import { partsOf, type Part, type Parts } from './parts.ts'
import type { Survey, Surveyor } from './survey.ts'
import { judge } from './verdicts/judge.ts'

/** All that is found in some files as they are on disk. */
export interface Found {
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
}

/** Judges what programs load that share little with others: each of these parts alone, as if it were the whole tree. */
export interface Apart {
  /** What is found in a file; undefined where only the whole tree can tell. */
  findingsIn(file: string, unsaved?: Unsaved): readonly Finding[] | undefined
  /** The files that what is found in one depends on. */
  near(file: string): ReadonlySet<string> | undefined
  /** Judges one part after the other; undefined where that would cost more than to judge all at once. */
  ahead(): Generator<Found, void> | undefined
}

type Inquire = (survey: Survey, scope: { unsaved?: Unsaved | undefined; loadedElsewhere: LoadedElsewhere }) => Inquiry

interface Judged {
  readonly versions: string
  /** Undefined where what others load would have to be known. */
  readonly findings: readonly Finding[] | undefined
}

export function judgeApart(host: Host, surveyor: Surveyor, inquire: Inquire): Apart {
  const saved = new WeakMap<Part, Judged>()
  /** The last judgement of an editor's text. */
  let edited: (Judged & { readonly part: Part; readonly unsaved: Unsaved }) | undefined

  function partsNow(unsaved?: Unsaved): Parts {
    return partsOf(surveyor.survey(unsaved), surveyor.fromRoot)
  }

  function judgePart(part: Part, unsaved?: Unsaved): readonly Finding[] | undefined {
    const versions = [...part.survey.imports.keys()].map((file) => host.version?.(file)).join(' ')
    const before = unsaved ? edited : saved.get(part)
    const isSame = !unsaved || (edited?.part === part && isEqual(edited.unsaved, unsaved))
    if (isSame && before?.versions === versions) return before.findings
    const shared = new Set<string>()
    const loadedElsewhere: LoadedElsewhere = (file) => {
      if (!part.owns(file)) shared.add(file)
      return false
    }
    const found = judge(inquire(part.survey, { unsaved, loadedElsewhere }))
    const findings = shared.size === 0 ? found : undefined
    if (unsaved) edited = { part, unsaved, versions, findings }
    else saved.set(part, { versions, findings })
    return findings
  }

  return {
    findingsIn(file, unsaved) {
      const parts = partsNow(unsaved)
      if (!unsaved && !parts.suspect.has(file)) return []
      const part = parts.with(file)
      return part && judgePart(part, unsaved)?.filter(({ place }) => place.file === file)
    },
    near: (file) => {
      const part = partsNow().with(file)
      return part && new Set(part.survey.imports.keys())
    },
    ahead() {
      const parts = partsNow()
      const all = parts.all()
      return all && judgeAll(all, parts)
    },
  }

  function* judgeAll(all: readonly Part[], parts: Parts): Generator<Found, void> {
    const { suspect } = parts
    yield { files: host.files.filter((file) => !suspect.has(file)), findings: [] }
    for (const part of all) {
      const found = judgePart(part)
      if (!found) continue
      const files = new Set(
        [...part.survey.imports.keys()].filter((file) => suspect.has(file) && parts.with(file) === part),
      )
      yield { files: [...files], findings: found.filter(({ place }) => files.has(place.file)) }
    }
  }
}

function isEqual(one: Unsaved, other: Unsaved): boolean {
  return one.file === other.file && one.text === other.text
}
