import type { Facts } from './facts/facts.ts'
import type { Unreadable } from './finding.ts'
import { entriesIn, isEntryFile, startedIn } from './entries.ts'
import { buildWorld } from './graph/build.ts'
import type { Described } from './graph/described.ts'
import type { Host, Unsaved } from './host.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import type { KnownFiles } from './known-files.ts'
import { filesCalled } from './queries/files-called.ts'
import { isOwnCode } from './queries/production.ts'
import { createResolver, type Resolver } from './resolve.ts'
import { findStarts } from './starts.ts'
import type { Start } from './stories/story.ts'

export interface Investigation {
  readonly inquiry: Inquiry
  /** The files that a file imports. */
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** Finds the lines that start files, by file. */
  readonly findStarts: () => ReadonlyMap<string, readonly Start[]>
  readonly unreadable: readonly Unreadable[]
  /** How many files were looked at. */
  readonly read: number
}

const SOURCE = /\.[cm]?[jt]sx?$/

/** Brings everything together that the verdicts ask. */
export function investigate(
  host: Host,
  known: KnownFiles,
  described: Described,
  unsaved?: Unsaved,
  onProgress?: (done: number, of: number) => void,
): Investigation {
  const sources = host.files.filter((file) => SOURCE.test(file))
  if (unsaved && !sources.includes(unsaved.file)) sources.push(unsaved.file)
  const resolver = createResolver(host, sources)
  const fromRoot = pathsFrom(host.root)
  const own = sources.filter((file) => file === unsaved?.file || isOwnCode(fromRoot(file)))
  const { imports, relevant } = glance(known, own, resolver, unsaved, onProgress)
  const imported = new Set([...imports.values()].flat())
  const entries = new Set(
    host.files
      .filter(isEntryFile)
      .flatMap((file) => entriesIn(file, known.textOf(file) ?? '').flatMap((path) => resolver.file(path) ?? [])),
  )
  const commands = new Map(
    host.files
      .filter(isEntryFile)
      .flatMap((file) => startedIn(file, known.textOf(file) ?? '', described.commands))
      .flatMap(({ file, by }) => {
        const source = resolver.file(file)
        return source === undefined ? [] : [[source, by] as const]
      }),
  )
  for (const file of commands.keys()) entries.add(file)
  const roots = [...imports.keys()].filter((file) => entries.has(file) || !imported.has(file))
  const importers = Map.groupBy(
    [...imports].flatMap(([from, list]) => list.map((to) => ({ from, to }))),
    ({ to }) => to,
  )
  const importersOf = (file: string): readonly string[] => (importers.get(file) ?? []).map(({ from }) => from)
  const unreadable: Unreadable[] = []
  const factsOf = (file: string): Facts | undefined => {
    const facts = known.factsOf(file, unsaved)
    if (!facts || !('why' in facts)) return facts
    unreadable.push(facts)
    return undefined
  }
  const first = new Set([...relevant, ...roots])
  const textOf = (file: string): string => known.textOf(file, unsaved) ?? ''
  const world = buildWorld(
    {
      first: [...first],
      factsOf,
      isRelevant: (file) => known.scanOf(file, unsaved).isRelevant,
      resolve: resolver.resolve,
      alsoNeeded: (world) => filesCalled(world, { roots, importersOf, textOf }),
    },
    described,
  )
  return {
    inquiry: inquire(world, { imports, entries, commands, fromRoot }, textOf),
    imports,
    findStarts: () => findStarts(host, known.textOf, resolver, described),
    unreadable,
    read: imports.size,
  }
}

/** A repository may be called `my-example`, and be checked out below `test`: neither makes an example of its code. */
function pathsFrom(root: string | undefined): (file: string) => string {
  return (file) => (root !== undefined && file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file)
}

/** What all files import, and which of them deserve more than a glance. */
function glance(
  known: KnownFiles,
  own: readonly string[],
  { resolve }: Resolver,
  unsaved: Unsaved | undefined,
  onProgress?: (done: number, of: number) => void,
) {
  const imports = new Map<string, readonly string[]>()
  const relevant: string[] = []
  // What the project's own code loads belongs to it too, wherever it stands.
  const files = new Set(own)
  for (const file of files) {
    const { specifiers, isRelevant } = known.scanOf(file, unsaved)
    const loaded = specifiers.flatMap((from) => resolve(from, file) ?? []).filter((each) => SOURCE.test(each))
    imports.set(file, loaded)
    for (const each of loaded) files.add(each)
    if (isRelevant) relevant.push(file)
    onProgress?.(imports.size, files.size)
  }
  return { imports, relevant }
}
