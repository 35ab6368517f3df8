import type { Command } from '../../catalogue/index.ts'
import { CHAINING } from '../graph/external.ts'
import type { World } from '../graph/world.ts'
import { endsWell } from './exits.ts'
import { callsAtLoad } from './files-called.ts'
import type { CallIndex } from './index-of-calls.ts'
import { reachFrom } from './reach.ts'
import { findRegistrations } from './registrations.ts'
import { fulfilsPromise } from './resumed.ts'

/** A process that a package starts: an entry, and the files that it loads. */
export interface Program {
  readonly entry: string
  readonly files: ReadonlySet<string>
  /** The calls that starting it leads to, at once or when something happens. */
  readonly loaded: ReadonlySet<number>
  /** Of these the calls that happen at once. */
  readonly begun: ReadonlySet<number>
  /** It goes on until it is told to stop: it listens, consumes, or works by the clock. */
  readonly isService: boolean
  /** It is started as a thread of another one. */
  readonly isThread: boolean
  /** The command of a package that runs it, and stops it: `fastify start`. */
  readonly command?: Command
}

/** What the files of a tree load, and what is known to be started. */
export interface Loading {
  /** The files that a file imports. */
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** What package.json, a Dockerfile and the like start. */
  readonly entries: ReadonlySet<string>
  /** The files that a command of a package runs. */
  readonly commands: ReadonlyMap<string, Command>
  /** Whether a file is meant for a server at all. */
  readonly isJudged: (file: string) => boolean
  /** Where a file stands in its project. */
  readonly fromRoot: (file: string) => string
}

const FEEDING = new Set(['server', 'consumer', 'schedule', 'timer'])

/** The programs of a tree. A file that nobody loads, and that starts nothing itself, belongs to all programs near it. */
export function findPrograms(world: World, index: CallIndex, loading: Loading): Program[] {
  const { imports, entries, commands, isJudged, fromRoot } = loading
  const opening = openingCalls(world)
  const feeding = new Set([...feedingCalls(world)].filter((call) => isJudged(world.code.fileOfCall(call).file)))
  const closures = coverAll([...imports.keys()], imports, entries)
  const starting = [...closures].filter(([root, files]) => {
    if (!isJudged(root)) return false
    if (entries.has(root)) return true
    // A script that exports nothing may leave all of its work to what it imports.
    // What exports something, and has it run by what it is given to, is a plugin.
    return exportsNothing(world, root)
      ? reachesOpening(world, index, opening, files)
      : reachesOpening(world, index, opening, [root], true)
  })
  const entryFiles = new Set(starting.map(([root]) => root))
  const loose = [...closures].filter(([root]) => !entryFiles.has(root))
  const registrations = findRegistrations(world)
  const onSignal = reachFrom(world, index, registrations).functions
  const programs = starting.map(([entry, closure]): Program => {
    const isThread = isThreadAlone(world, entry)
    const files = new Set(closure)
    const folder = packageFolder(fromRoot(entry))
    // Plugins and handlers that are loaded by their folder, or by a framework.
    if ([...closure].some((file) => loadsByName(world, file)))
      for (const [root, own] of loose) if (fromRoot(root).startsWith(folder)) for (const file of own) files.add(file)
    // What a program does not load it does not run, even where what it shares with others leads on to theirs.
    const loaded = callsAtLoad(world, index, closure, { loaded: files })
    const begun = callsAtLoad(world, index, closure, { isAtOnce: true, loaded: files })
    const command = commands.get(entry)
    if (command) return { entry, files, loaded, begun, isService: true, isThread, command }
    const isFed = [...feeding].some((call) => loaded.has(call))
    const isWaiting = registrations.some((each) => loaded.has(each.call) && fulfilsPromise(world, index, each))
    const isService = isFed && (isWaiting || !endsItself(world, index, entry, onSignal))
    return { entry, files, loaded, begun, isService, isThread }
  })
  // What several programs share is spoken of as a part of the one that does most.
  return programs.sort((a, b) => b.loaded.size - a.loaded.size)
}

const LOADING = /autoload|autowire|require|glob|awilix|typedi|inversify|routing-controllers/

/** Whether a file loads others by their folder, or leaves that to a library. */
function loadsByName(world: World, file: string): boolean {
  const facts = world.code.byFile.get(file)?.facts
  return facts !== undefined && (facts.loadsByName || facts.imports.some(({ from }) => loadsByFolder(from)))
}

/** Whether a library loads files by their folder. */
export function loadsByFolder(specifier: string): boolean {
  return LOADING.test(specifier)
}

/** A thread hears no signal: it is told by messages when to stop. A file that starts its own threads is no thread alone. */
function isThreadAlone(world: World, entry: string): boolean {
  const file = world.code.byFile.get(entry)
  const isPart = (slot: number, part: string): boolean =>
    file !== undefined &&
    world.solver.at(world.code.slotIn(file, slot)).some((id) => {
      const token = world.tokenOf(id)
      return token.kind === 'external' && token.module === 'node:worker_threads' && token.path === part
    })
  const calls = file?.facts.calls ?? []
  return calls.some(({ base }) => isPart(base, 'parentPort')) && !calls.some(({ callee }) => isPart(callee, 'Worker'))
}

function exportsNothing(world: World, file: string): boolean {
  const code = world.code.byFile.get(file)
  if (!code) return false
  const exports = world.solver.fieldsOf(world.solver.token(`module ${file}`, () => ({ kind: 'namespace' })))
  return (exports === undefined || exports.size === 0) && code.facts.reexports.length === 0 && !code.facts.isCommonJs
}

/** A command that ends the process itself when its work is done: `main().then(() => process.exit())`. */
function endsItself(world: World, index: CallIndex, entry: string, onSignal: ReadonlyMap<number, number>): boolean {
  const file = world.code.byFile.get(entry)
  if (!file) return false
  return file.facts.calls.some(({ fn }, at) => endsWell(world, index, file.call + at) && isDirect(file.fn + fn))

  /** Whether the function runs as a part of the script, and not because of a signal or an event. */
  function isDirect(fn: number): boolean {
    const { parent, name } = world.code.functionAt(fn)
    if (parent === -1) return true
    if (onSignal.has(fn)) return false
    const isHere = (call: number): boolean => world.code.fileOfCall(call).file === entry
    const given = [...world.callbacks].filter(([, callbacks]) => callbacks.has(fn)).map(([call]) => call)
    // scan().catch(report).finally(() => process.exit()): nothing is known of the promise, but that it settles.
    if (given.length > 0)
      return given.every((call) => isHere(call) && isChain(call) && isDirect(world.code.callerOf(call)))
    return [...world.targets].some(([call, targets]) => targets.has(fn) && isHere(call) && name !== 'on')
  }

  function isChain(call: number): boolean {
    return CHAINING.has(world.code.callAt(call).name)
  }
}

/** The files that nobody imports, and entries, each with all that it loads; of files in a ring the first. */
function coverAll(
  files: readonly string[],
  imports: Loading['imports'],
  entries: ReadonlySet<string>,
): Map<string, Set<string>> {
  const imported = new Set([...imports].flatMap(([from, list]) => list.filter((to) => to !== from)))
  const closures = new Map<string, Set<string>>()
  const covered = new Set<string>()
  const cover = (file: string): void => {
    const closure = closureOf(imports, file)
    closures.set(file, closure)
    for (const each of closure) covered.add(each)
  }
  for (const file of files) if (entries.has(file) || !imported.has(file)) cover(file)
  for (const file of files) if (!covered.has(file)) cover(file)
  return closures
}

/** The package's own folder, as far as a path tells: what stands before `src`, `dist`, `bin` and the like. */
export function packageFolder(file: string): string {
  const at = /^(.*?)(^|\/)(src|lib|app|server|dist|bin|build|source)\//.exec(file)
  if (at) return at[1] ? `${at[1]}/` : ''
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
}

function closureOf(imports: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const found = new Set([from])
  const work = [from]
  for (let file = work.pop(); file !== undefined; file = work.pop())
    for (const each of imports.get(file) ?? [])
      if (!found.has(each)) {
        found.add(each)
        work.push(each)
      }
  return found
}

/** Calls that open something, or say what happens on a signal. */
function openingCalls(world: World): ReadonlySet<number> {
  const signals = world.externalCalls.filter(({ module }) => module === 'node:process').map(({ call }) => call)
  return new Set([...world.acquisitions.map(({ call }) => call), ...signals])
}

/** Calls that open what gives a process work for as long as it runs. */
function feedingCalls(world: World): ReadonlySet<number> {
  return new Set(world.acquisitions.filter(({ line }) => FEEDING.has(line.kind)).map(({ call }) => call))
}

/** Whether loading these files leads to one of the calls. */
function reachesOpening(
  world: World,
  index: CallIndex,
  calls: ReadonlySet<number>,
  files: Iterable<string>,
  isAtOnce = false,
): boolean {
  const loaded = callsAtLoad(world, index, files, { isAtOnce })
  return [...calls].some((call) => loaded.has(call))
}
