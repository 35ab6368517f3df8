import { servesRequests } from './graph/serving.ts'
import type { Acquisition } from './graph/tokens.ts'
import type { World } from './graph/world.ts'
import type { LoadedElsewhere } from './neighbourhood.ts'
import { findDisposals } from './queries/disposals.ts'
import { findDormant } from './queries/dormant.ts'
import { findFlows, type Flow } from './queries/flows.ts'
import { indexCalls, type CallIndex } from './queries/index-of-calls.ts'
import { findMayHappen, type MayHappen } from './queries/may-happen.ts'
import { isForBrowser, isProduction } from './queries/production.ts'
import { findPrograms, type Loading, type Program } from './queries/programs.ts'
import { reachFrom, type Reach } from './queries/reach.ts'
import { findRegistrations, type Registration } from './queries/registrations.ts'
import { endingIn, fulfilsPromise } from './queries/resumed.ts'
import { findReleases, type Release } from './queries/releases.ts'
import { findTakers } from './queries/takers.ts'
import { findUses, type FindUses } from './queries/uses.ts'

export const SIGNALS = ['SIGTERM', 'SIGINT'] as const
export type Signal = (typeof SIGNALS)[number]

/** What the verdicts are found from. */
export interface Inquiry {
  readonly world: World
  readonly index: CallIndex
  readonly registrations: readonly Registration[]
  readonly programs: readonly Program[]
  /** The programs that load a file. */
  readonly programsWith: (file: string) => readonly Program[]
  readonly releasesOf: (acquisition: Acquisition) => readonly Release[]
  /** The calls in which it is used in some way: `.listen()`, `pipeline(it)`. */
  readonly usesOf: FindUses
  readonly flowOf: (acquisition: Acquisition) => Flow
  /** The acquisition that takes this one over, and lets go of it with itself. */
  readonly takerOf: (acquisition: Acquisition) => Acquisition | undefined
  /** The registrations that a program makes, for all signals. */
  readonly registrationsIn: (program: Program) => readonly Registration[]
  /** The registrations of a program, for a signal. */
  readonly registrationsOf: (program: Program, signal: Signal) => readonly Registration[]
  /** Whether anything hears a signal in a program. */
  readonly isHandled: (program: Program, signal: Signal) => boolean
  readonly reachOf: (program: Program, signal: Signal) => Reach
  readonly mayHappen: MayHappen
  /** Whether what stands in a file is judged at all. */
  readonly isJudged: (file: string) => boolean
  /** The files that import a file. */
  readonly importersOf: (file: string) => readonly string[]
  /** The files that did not seem worth reading. */
  readonly unread: () => readonly string[]
  /** What a file says: only suggestions, and what facts leave out, are read from it again. */
  readonly textOf: (file: string) => string
}

/** What is known besides of how files are loaded. */
export interface WholeLoading extends Omit<Loading, 'isJudged'> {
  readonly importersOf: (file: string) => readonly string[]
  readonly loadedElsewhere: LoadedElsewhere
}

export function inquire(world: World, loading: WholeLoading, textOf: (file: string) => string): Inquiry {
  const { fromRoot, importersOf, loadedElsewhere } = loading
  const index = indexCalls(world)
  const isDormant = findDormant(world)
  const registrations = findRegistrations(world).filter(
    ({ call }) => isProduction(fromRoot(world.code.fileOfCall(call).file)) && !isDormant(world.code.callerOf(call)),
  )
  const disposals = findDisposals(world)
  const usesOf = findUses(world)
  const releases = findReleases(world, usesOf)
  const flowOf = findFlows(world)
  const reaches = new Map<string, Reach>()
  const judged = new Map<string, boolean>()
  const takers = findTakers(world)

  const isForServers = servesRequests(world.described)
  const isJudged = (file: string): boolean => {
    const known = judged.get(file)
    if (known !== undefined) return known
    const facts = world.code.byFile.get(file)?.facts
    const globals = new Set(facts?.holdsGlobal.map(([, name]) => name))
    const path = fromRoot(file)
    const is =
      isProduction(path) && !isForBrowser(path, globals, facts?.imports.map(({ from }) => from) ?? [], isForServers)
    judged.set(file, is)
    return is
  }
  const programs = findPrograms(world, index, { ...loading, isJudged })
  const loadedBy = new Map<string, Program[]>()
  for (const program of programs)
    for (const file of program.files) {
      const loading = loadedBy.get(file)
      if (loading) loading.push(program)
      else loadedBy.set(file, [program])
    }
  const programsWith = (file: string): readonly Program[] => loadedBy.get(file) ?? []

  // What the start of another program leads to, and that of this one does not: a queue of a library that only others start.
  const isOfOthers = (program: Program, call: number): boolean => {
    if (program.loaded.has(call)) return false
    const { file, call: first } = world.code.fileOfCall(call)
    return loadedElsewhere(file, call - first) || programsWith(file).some(({ loaded }) => loaded.has(call))
  }
  const heard = new Map<Program, readonly Registration[]>()
  const registrationsIn = (program: Program): readonly Registration[] => {
    const known = heard.get(program)
    if (known) return known
    const own = registrations.filter(
      ({ call }) => program.files.has(world.code.fileOfCall(call).file) && !isOfOthers(program, call),
    )
    heard.set(program, own)
    return own
  }
  const registrationsOf = (program: Program, signal: Signal): readonly Registration[] =>
    registrationsIn(program).filter(({ signals }) => signals.includes(signal))

  return {
    world,
    index,
    registrations,
    programs,
    programsWith,
    releasesOf: ({ id }) => [...(releases.get(id) ?? []), ...(disposals.get(id) ?? [])],
    usesOf,
    flowOf: ({ id }) => flowOf(id),
    takerOf: ({ id }) => takers.get(id),
    registrationsIn,
    registrationsOf,
    isHandled: (program, signal) =>
      program.command?.signals.includes(signal) === true || registrationsOf(program, signal).length > 0,
    reachOf(program, signal) {
      const key = `${signal} ${program.entry}`
      const known = reaches.get(key)
      if (known) return known
      const { command } = program
      const own = registrationsOf(program, signal)
      const isResumed = own.some((each) => fulfilsPromise(world, index, each))
      const reach = reachFrom(world, index, own, {
        inProgram: (file) => program.files.has(file),
        letGoTypes: command?.signals.includes(signal) ? [command.of] : [],
        resumed: isResumed ? endingIn(world, index, program.files) : [],
      })
      reaches.set(key, reach)
      return reach
    },
    mayHappen: findMayHappen(world, index, loading.imports, textOf),
    isJudged,
    importersOf,
    unread: () => [...loading.imports.keys()].filter((file) => !world.code.byFile.has(file)),
    textOf,
  }
}
