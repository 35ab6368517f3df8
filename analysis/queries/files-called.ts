import type { World } from '../graph/world.ts'
import { indexCalls, type CallIndex } from './index-of-calls.ts'
import { leadsOf } from './leads.ts'
import { reachFrom } from './reach.ts'
import { findRegistrations } from './registrations.ts'

/** What there is to read besides: the programs' beginnings, and who imports a file. */
interface Unread {
  readonly roots: readonly string[]
  readonly importersOf: (file: string) => readonly string[]
}

/** Files that have not been read, and whose functions run on a signal or when a program starts, or are given a lease. */
export function filesCalled(world: World, { roots, importersOf }: Unread): ReadonlySet<string> {
  const index = indexCalls(world)
  const registrations = findRegistrations(world)
  const files = new Set<string>()
  const note = (call: number): void => {
    for (const file of world.unreadCalls.get(call) ?? []) files.add(file)
  }
  for (const { call } of registrations) for (const file of unreadArguments(world, call)) files.add(file)
  const reach = reachFrom(world, index, registrations, () => true)
  for (const fn of reach.functions.keys())
    for (const call of index.callsIn[fn] ?? []) {
      note(call)
      for (const file of unreadArguments(world, call)) files.add(file)
    }
  for (const call of callsAtLoad(world, index, roots, true)) note(call)
  for (const file of filesLending(world)) for (const importer of importersOf(file)) files.add(importer)
  return files
}

/** Files with a function that gives its caller what is to be given back. */
function filesLending(world: World): ReadonlySet<string> {
  const lending = world.acquisitions.filter(({ line, call, token }) => {
    const home = world.code.functionAt(world.code.callerOf(call))
    const returned = world.code.slotIn(world.code.fileOfCall(call), home.returns)
    return line.scope === 'function' && world.solver.at(returned).includes(token)
  })
  return new Set(lending.map(({ call }) => world.code.fileOfCall(call).file))
}

/** The calls that loading these files leads to; `isAtOnce` leaves out what only happens when something else does. */
export function callsAtLoad(
  world: World,
  index: CallIndex,
  files: Iterable<string>,
  isAtOnce = false,
): ReadonlySet<number> {
  const seen = new Set<number>()
  const calls = new Set<number>()
  const work = [...files].flatMap((file) => world.code.byFile.get(file)?.fn ?? [])
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    if (seen.has(fn)) continue
    seen.add(fn)
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
