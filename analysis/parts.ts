import { partOf, reachable } from './neighbourhood.ts'
import { packageFolder } from './queries/programs.ts'
import { importersIn, isRootIn, type Survey } from './survey.ts'

/** What some programs load, and no other that could change what is found in it: one service of many in a repository. */
export interface Part {
  readonly survey: Survey
  /** Whether no program outside of it loads the file. */
  owns(file: string): boolean
}

export interface Parts {
  /** The files in which something may be found, in the order of the tree. */
  readonly suspect: ReadonlySet<string>
  /** The part that all programs are in that load a file; undefined when that is a large share of the tree. */
  with(file: string): Part | undefined
  /**
   * The parts in which something may be found, or that a command runs and stops; undefined where they share so much that
   * judging each costs more than all at once.
   */
  all(): readonly Part[] | undefined
}

/** A larger share of the tree takes hardly less time than all of it. */
const LARGEST_SHARE = 1 / 4
/** What parts share is judged with each of them: so many times the files of the tree they may have together. */
const MOST_TOGETHER = 1.5

const known = new WeakMap<Survey, Parts>()

/** The parts of a tree that can be judged each by itself, as far as a glance at the files tells. */
export function partsOf(survey: Survey, fromRoot: (file: string) => string): Parts {
  const before = known.get(survey)
  if (before) return before
  const { imports } = survey
  const suspected = new Set([...survey.suspect, ...reachable(survey.describing, importersIn(imports))])
  const suspect = new Set([...imports.keys()].filter((file) => suspected.has(file)))
  const rootsOf = findRoots(survey, fromRoot)
  const byRoots = new Map<string, Part | undefined>()

  const withFile = (file: string): Part | undefined => {
    const roots = rootsOf(file)
    if (!roots) return undefined
    const key = [...roots].sort().join('\n')
    if (!byRoots.has(key)) byRoots.set(key, partFrom(roots))
    return byRoots.get(key)
  }
  const partFrom = (roots: ReadonlySet<string>): Part | undefined => {
    const files = reachable(roots, (file) => imports.get(file) ?? [])
    if (files.size > imports.size * LARGEST_SHARE) return undefined
    const owns = (file: string): boolean => {
      const own = rootsOf(file)
      return own !== undefined && [...own].every((root) => roots.has(root))
    }
    return { survey: partOf(survey, files), owns }
  }
  const all = (): readonly Part[] | undefined => {
    const found = new Set<Part>()
    let together = 0
    for (const file of [...suspect, ...survey.commands.keys()]) {
      const part = withFile(file)
      if (!part) return undefined
      if (!found.has(part)) together += part.survey.imports.size
      if (together > imports.size * MOST_TOGETHER) return undefined
      found.add(part)
    }
    return [...found]
  }
  const parts: Parts = { suspect, with: withFile, all }
  known.set(survey, parts)
  return parts
}

/** The roots of all programs that load a file; undefined where files only load each other. */
function findRoots(
  survey: Survey,
  fromRoot: (file: string) => string,
): (file: string) => ReadonlySet<string> | undefined {
  const { imports } = survey
  const importersOf = importersIn(imports)
  const isRoot = isRootIn(survey)
  const together = loadedTogether(survey, isRoot, fromRoot)
  const found = new Map<string, ReadonlySet<string> | undefined>()
  return (file) => {
    if (!found.has(file)) found.set(file, find(file))
    return found.get(file)
  }

  function find(file: string): ReadonlySet<string> | undefined {
    const above = reachable([file], importersOf)
    const roots = new Set([...above].filter(isRoot))
    const below = reachable(roots, (each) => imports.get(each) ?? [])
    // Files that only load each other.
    if (![...above].every((each) => below.has(each))) return undefined
    for (const root of roots)
      for (const group of together) if (group.has(root)) for (const each of group) roots.add(each)
    return roots
  }
}

/** Roots that one program loads by their folder, with those of that program. */
function loadedTogether(
  { imports, entries, relevant, loadingByName }: Survey,
  isRoot: (file: string) => boolean,
  fromRoot: (file: string) => string,
): readonly ReadonlySet<string>[] {
  const importersOf = importersIn(imports)
  const starting = reachable(relevant, importersOf)
  const loaders = [...reachable(loadingByName, importersOf)].filter(
    (file) => isRoot(file) && (entries.has(file) || starting.has(file)),
  )
  if (loaders.length === 0) return []
  const roots = [...imports.keys()].filter(isRoot)
  return loaders.map((loader) => {
    const folder = packageFolder(fromRoot(loader))
    return new Set([loader, ...roots.filter((root) => fromRoot(root).startsWith(folder))])
  })
}
