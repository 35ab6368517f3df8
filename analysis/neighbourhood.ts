import type { Inquiry } from './inquiry.ts'
import { importersIn, type Survey } from './survey.ts'

/** Whether a program that is not looked at loads a call of a file, by its place among the file's calls. */
export type LoadedElsewhere = (file: string, call: number) => boolean

/** What is kept of all programs of a tree, to look at some of them alone later. */
export interface Programs {
  readonly files: readonly ReadonlySet<string>[]
  readonly isLoaded: LoadedElsewhere
}

export function programsOf({ programs, world: { code } }: Inquiry): Programs {
  const loaded = new Map<string, Set<number>>()
  for (const program of programs)
    for (const call of program.loaded) {
      const { file, call: first } = code.fileOfCall(call)
      const calls = loaded.get(file)
      if (calls) calls.add(call - first)
      else loaded.set(file, new Set([call - first]))
    }
  return {
    files: programs.map(({ files }) => files),
    isLoaded: (file, call) => loaded.get(file)?.has(call) === true,
  }
}

/**
 * The files that what is found in one depends on: all that the programs load that load it, directly or by its name, as
 * far as they were known before.
 */
export function neighbourhoodOf(file: string, imports: Survey['imports'], before: Programs): ReadonlySet<string> {
  const above = reachable([file], importersIn(imports))
  const together = before.files.filter((files) => files.has(file)).flatMap((files) => [...files])
  return reachable([...above, ...together], (each) => imports.get(each) ?? [])
}

/** Whether these files are all near, and loaded by no program that loads others too. */
export function areOnlyIn(near: ReadonlySet<string>, files: readonly string[], programs: Programs): boolean {
  const isNear = (file: string): boolean => near.has(file)
  return (
    files.every(isNear) && programs.files.every((own) => !files.some((file) => own.has(file)) || [...own].every(isNear))
  )
}

/** What a survey says of some of its files, which keep their order. */
export function partOf(survey: Survey, files: ReadonlySet<string>): Survey {
  const places = placesIn(survey.imports)
  const own = [...files].filter((file) => places.has(file))
  own.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  const among = (all: ReadonlySet<string>): ReadonlySet<string> => new Set(own.filter((file) => all.has(file)))
  return {
    imports: new Map(own.map((file) => [file, survey.imports.get(file) ?? []])),
    relevant: among(survey.relevant),
    suspect: among(survey.suspect),
    describing: among(survey.describing),
    loadingByName: among(survey.loadingByName),
    entries: among(survey.entries),
    commands: new Map(
      own.flatMap((file) => {
        const command = survey.commands.get(file)
        return command ? [[file, command] as const] : []
      }),
    ),
  }
}

const placesFound = new WeakMap<Survey['imports'], ReadonlyMap<string, number>>()

function placesIn(imports: Survey['imports']): ReadonlyMap<string, number> {
  const before = placesFound.get(imports)
  if (before) return before
  const places = new Map([...imports.keys()].map((file, place) => [file, place]))
  placesFound.set(imports, places)
  return places
}

export function reachable(from: Iterable<string>, next: (file: string) => readonly string[]): Set<string> {
  const found = new Set(from)
  for (const file of found) for (const each of next(file)) found.add(each)
  return found
}
