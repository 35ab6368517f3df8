import type { Command } from '../catalogue/index.ts'
import { entriesIn, isEntryFile, startedIn } from './entries.ts'
import type { Described } from './graph/described.ts'
import type { Host, Unsaved } from './host.ts'
import type { KnownFiles } from './known-files.ts'
import { isOwnCode } from './queries/production.ts'
import { createResolver, type Resolver } from './resolve.ts'
import type { Scan } from './scan.ts'

/** What a glance at all files of a tree tells: what they import, which deserve more, and what is started. */
export interface Survey {
  /** The files that a file imports. */
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** The files that deserve more than a glance, by what they say. */
  readonly relevant: ReadonlySet<string>
  /** The files in which something may be found by what they say themselves. */
  readonly suspect: ReadonlySet<string>
  /** The files that say what is to be released where it is used. */
  readonly describing: ReadonlySet<string>
  /** The files that may load others by their folder or their name. */
  readonly loadingByName: ReadonlySet<string>
  /** What package.json, a Dockerfile and the like start. */
  readonly entries: ReadonlySet<string>
  /** The files that a command of a package runs. */
  readonly commands: ReadonlyMap<string, Command>
}

/** Told of each file that was looked at, and how many there are so far. */
export type OnProgress = (done: number, of: number) => void

export interface Surveyor {
  /** Looks at what has changed since the last time, and at an editor's text. */
  survey(unsaved?: Unsaved, onProgress?: OnProgress): Survey
  readonly resolver: () => Resolver
  /** Whether the host lists a file. */
  readonly has: (file: string) => boolean
  /** Where a file stands in its project. */
  readonly fromRoot: (file: string) => string
}

/** What holds for as long as no file comes or goes, and none changes that says where imports lead. */
interface Ground {
  readonly files: readonly string[]
  readonly manifests: readonly string[]
  readonly versions: string
  readonly resolver: Resolver
  readonly own: readonly string[]
  readonly entries: ReadonlySet<string>
  readonly commands: ReadonlyMap<string, Command>
  /** What a file's imports lead to, as long as its scan is the same. */
  readonly glanced: Map<string, { readonly scan: Scan; readonly imports: readonly string[] }>
}

const SOURCE = /\.[cm]?[jt]sx?$/

export function createSurveyor(host: Host, known: KnownFiles, described: Described): Surveyor {
  const fromRoot = pathsFrom(host.root)
  let ground: Ground | undefined
  /** The last look, at files as they are on disk. */
  let last: { readonly ground: Ground; readonly survey: Survey; readonly revision: number | undefined } | undefined
  let listed: { readonly files: readonly string[]; readonly all: ReadonlySet<string> } | undefined

  function groundNow(): Ground {
    const { files } = host
    const before = ground?.files === files ? ground : undefined
    const manifests = before?.manifests ?? files.filter((file) => isEntryFile(file) || !SOURCE.test(file))
    const versions = manifests.map((file) => host.version?.(file) ?? '').join(' ')
    if (before?.versions === versions) return before
    const sources = files.filter((file) => SOURCE.test(file))
    const resolver = createResolver(host, sources)
    const said = files.filter(isEntryFile).map((file) => ({ file, text: known.textOf(file) ?? '' }))
    const named = said.flatMap(({ file, text }) => entriesIn(file, text).flatMap((path) => resolver.file(path) ?? []))
    const commands = said
      .flatMap(({ file, text }) => startedIn(file, text, described.commands))
      .flatMap(({ file, by }) => {
        const source = resolver.file(file)
        return source === undefined ? [] : [[source, by] as const]
      })
    ground = {
      files,
      manifests,
      versions,
      resolver,
      own: sources.filter((file) => isOwnCode(fromRoot(file))),
      entries: new Set([...named, ...commands.map(([file]) => file)]),
      commands: new Map(commands),
      glanced: new Map(),
    }
    return ground
  }

  return {
    fromRoot,
    resolver: () => groundNow().resolver,
    has(file) {
      const { files } = host
      if (listed?.files !== files) listed = { files, all: new Set(files) }
      return listed.all.has(file)
    },
    survey(unsaved, onProgress) {
      const revision = host.revision?.()
      const isStill = revision !== undefined && last?.revision === revision
      const now = (isStill ? ground : undefined) ?? groundNow()
      // While the disk stands still, only what is being edited may say something else.
      const looked = isStill ? (unsaved ? [unsaved.file] : []) : undefined
      if (last?.ground === now && isAsBefore(last.survey, now, unsaved, looked)) {
        if (!unsaved) last = { ...last, revision }
        return last.survey
      }
      const survey = glanceAtAll(now, unsaved, onProgress)
      last = unsaved ? undefined : { ground: now, survey, revision }
      return survey
    },
  }

  function glanceAtAll(
    { own, entries, commands, resolver, glanced }: Ground,
    unsaved: Unsaved | undefined,
    onProgress: OnProgress | undefined,
  ): Survey {
    const imports = new Map<string, readonly string[]>()
    const relevant = new Set<string>()
    const suspect = new Set<string>()
    const describing = new Set<string>()
    const loadingByName = new Set<string>()
    // What the project's own code loads belongs to it too, wherever it stands.
    const files = new Set(unsaved ? [...own, unsaved.file] : own)
    for (const file of files) {
      const scan = known.scanOf(file, unsaved)
      const before = glanced.get(file)
      const loaded = before?.scan === scan ? before.imports : importsOf(file, scan, resolver)
      if (loaded !== before?.imports) glanced.set(file, { scan, imports: loaded })
      imports.set(file, loaded)
      for (const each of loaded) files.add(each)
      if (scan.isRelevant) relevant.add(file)
      if (scan.mayBeFoundIn) suspect.add(file)
      if (scan.describes) describing.add(file)
      if (scan.loadsByName) loadingByName.add(file)
      onProgress?.(imports.size, files.size)
    }
    return { imports, relevant, suspect, describing, loadingByName, entries, commands }
  }

  /** Whether each file still imports and opens what it did: most edits change neither. */
  function isAsBefore(
    { imports }: Survey,
    { glanced }: Ground,
    unsaved: Unsaved | undefined,
    looked: Iterable<string> = imports.keys(),
  ): boolean {
    if (unsaved && !imports.has(unsaved.file)) return false
    for (const file of looked) {
      const before = glanced.get(file)?.scan
      if (!before || !tellsTheSame(known.scanOf(file, unsaved), before)) return false
    }
    return true
  }
}

function tellsTheSame(one: Scan, other: Scan): boolean {
  if (one === other) return true
  const isSame = (['isRelevant', 'mayBeFoundIn', 'describes', 'loadsByName'] as const).every(
    (what) => one[what] === other[what],
  )
  if (!isSame || one.specifiers.length !== other.specifiers.length) return false
  return one.specifiers.every((specifier, index) => specifier === other.specifiers[index])
}

function importsOf(file: string, { specifiers }: Scan, { resolve }: Resolver): readonly string[] {
  return specifiers.flatMap((from) => resolve(from, file) ?? []).filter((each) => SOURCE.test(each))
}

/** A repository may be called `my-example`, and be checked out below `test`: neither makes an example of its code. */
function pathsFrom(root: string | undefined): (file: string) => string {
  return (file) => (root !== undefined && file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file)
}

const importersFound = new WeakMap<Survey['imports'], (file: string) => readonly string[]>()

/** The files that import a file, by file. */
export function importersIn(imports: Survey['imports']): (file: string) => readonly string[] {
  const before = importersFound.get(imports)
  if (before) return before
  const importers = new Map<string, string[]>()
  for (const [from, list] of imports)
    for (const to of list) {
      const own = importers.get(to)
      if (own) own.push(from)
      else importers.set(to, [from])
    }
  const importersOf = (file: string): readonly string[] => importers.get(file) ?? []
  importersFound.set(imports, importersOf)
  return importersOf
}

/** Whether a file may be what a program starts with: it is named as such, or nobody imports it. */
export function isRootIn({ imports, entries }: Survey): (file: string) => boolean {
  const importersOf = importersIn(imports)
  return (file) => entries.has(file) || importersOf(file).length === 0
}
