import type { CodeFile } from '../graph/program-code.ts'
import type { World } from '../graph/world.ts'
import { functionsAt, indexCalls, type CallIndex } from './index-of-calls.ts'
import { leadsOf } from './leads.ts'
import { reachFrom } from './reach.ts'
import { findRegistrations } from './registrations.ts'

/** What there is to read besides: the programs' beginnings, who imports a file, and what it says. */
interface Unread {
  readonly roots: readonly string[]
  readonly importersOf: (file: string) => readonly string[]
  readonly textOf: (file: string) => string
}

/** Files that have not been read, and whose functions run on a signal or when a program starts, or are given a lease. */
export function filesCalled(world: World, unread: Unread): ReadonlySet<string> {
  const index = indexCalls(world)
  const registrations = findRegistrations(world)
  const files = new Set<string>()
  const note = (call: number): void => {
    for (const file of world.unreadCalls.get(call) ?? []) files.add(file)
  }
  for (const { call } of registrations) for (const file of unreadArguments(world, call)) files.add(file)
  const reach = reachFrom(world, index, registrations)
  for (const fn of reach.functions.keys())
    for (const call of index.callsIn[fn] ?? []) {
      note(call)
      for (const file of unreadArguments(world, call)) files.add(file)
    }
  for (const call of callsAtLoad(world, index, unread.roots, { isAtOnce: true })) note(call)
  for (const file of filesBorrowing(world, unread)) files.add(file)
  return files
}

/** The files that may be given what is to be given back, by a function that they import, from wherever. */
function filesBorrowing(world: World, { importersOf, textOf }: Unread): ReadonlySet<string> {
  const { code, solver } = world
  const borrowing = new Set<string>()
  const lent = new Set<number>()
  for (const { line, call, token } of world.acquisitions) {
    const file = code.fileOfCall(call)
    const returned = code.slotIn(file, code.functionAt(code.callerOf(call)).returns)
    if (line.scope !== 'function' || !solver.at(returned).includes(token)) continue
    lent.add(token)
    for (const importer of importersOf(file.file)) borrowing.add(importer)
  }
  if (lent.size === 0) return borrowing
  const isLending = (fn: number): boolean =>
    fn >= 0 &&
    solver.at(code.slotIn(code.fileOfFunction(fn), code.functionAt(fn).returns)).some((token) => lent.has(token))
  for (const file of code.files) {
    const importers = importersOf(file.file).filter((importer) => !borrowing.has(importer))
    if (importers.length === 0) continue
    const lending = exportsOf(world, file).filter(([, slot]) => functionsAt(world, slot).some(isLending))
    const names = new Set(lending.map(([name]) => name))
    if (names.size === 0) continue
    for (const importer of importers)
      if (names.has('default') || mentions(textOf(importer), names)) borrowing.add(importer)
  }
  return borrowing
}

/** Whether a text speaks of one of these names, or passes all names on. */
function mentions(text: string, names: ReadonlySet<string>): boolean {
  return /\bexport\s*\*/.test(text) || [...names].some((name) => text.includes(name))
}

/** What a file exports, by name; what a CommonJS module is itself goes by the name of a default export. */
function exportsOf({ code, solver }: World, file: CodeFile): (readonly [string, number])[] {
  const exported = code.slotIn(file, file.facts.exports)
  const named = solver.at(exported).flatMap((token) => [...(solver.fieldsOf(token) ?? [])])
  return [['default', exported], ...named]
}

/**
 * The calls that loading these files leads to, as far as they stand in files that are loaded; `isAtOnce` leaves out
 * what only happens when something else does.
 */
export function callsAtLoad(
  world: World,
  index: CallIndex,
  files: Iterable<string>,
  { isAtOnce = false, loaded }: { readonly isAtOnce?: boolean; readonly loaded?: ReadonlySet<string> } = {},
): ReadonlySet<number> {
  const seen = new Set<number>()
  const calls = new Set<number>()
  const work = [...files].flatMap((file) => world.code.byFile.get(file)?.fn ?? [])
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    if (seen.has(fn)) continue
    seen.add(fn)
    if (loaded && !loaded.has(world.code.fileOfFunction(fn).file)) continue
    for (const call of index.callsIn[fn] ?? []) {
      calls.add(call)
      if (!isAtOnce) work.push(...leadsOf(world, index, call))
      else for (const target of world.targets.get(call) ?? []) if (target >= 0) work.push(target)
    }
  }
  return calls
}

function unreadArguments(world: World, call: number): string[] {
  const file = world.code.fileOfCall(call)
  return world.code.callAt(call).args.flatMap((arg) =>
    world.solver.at(world.code.slotIn(file, arg)).flatMap((id) => {
      const token = world.tokenOf(id)
      return token.kind === 'unread' ? [token.file] : []
    }),
  )
}
