import { subtreeOf } from '../graph/subtree.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { CodeFile } from '../graph/program-code.ts'
import type { World } from '../graph/world.ts'
import type { Inquiry } from '../inquiry.ts'
import { findLeaks, type Effect } from './paths.ts'

/**
 * Whether it stays inside a function that has one function of its own to acquire it, and another to let go of it, and
 * calls that on every path that ends well: `const { server } = await open(); …; await close(server)`.
 */
export function endsInside(inquiry: Inquiry, acquisition: Acquisition, home: number): boolean {
  const { code } = inquiry.world
  const file = code.fileOfFunction(home)
  const { variables, returnedBy } = inquiry.flowOf(acquisition)
  for (let at = code.functionAt(home).parent; at > 0; at = code.functionAt(file.fn + at).parent) {
    const parts = subtreeOf(file.facts, at)
    const isInside = (fn: number): boolean => code.fileOfFunction(fn) === file && parts.has(fn - file.fn)
    if (returnedBy.has(file.fn + at) || ![...variables].every(isInside)) continue
    if (isOver(inquiry, acquisition, file, at) && !isPassedOn(inquiry.world, acquisition, file, parts)) return true
  }
  return false
}

function isOver(inquiry: Inquiry, acquisition: Acquisition, file: CodeFile, around: number): boolean {
  const { code, targets, solver } = inquiry.world
  const fn = file.fn + around
  if (inquiry.registrations.some(({ awaiting }) => awaiting.includes(fn))) return false
  const homes = upTo(code.callerOf(acquisition.call))
  const letting = new Set(inquiry.releasesOf(acquisition).flatMap(({ call }) => upTo(code.callerOf(call))))
  for (const each of homes) letting.delete(each)
  const effects = new Set<Effect>()
  const effectOf = (local: number): Effect => {
    const run = [...(targets.get(file.call + local) ?? [])]
    const effect = run.some((each) => homes.includes(each))
      ? 'acquire'
      : run.some((each) => letting.has(each))
        ? 'release'
        : 'pass'
    effects.add(effect)
    return effect
  }
  const leaks = findLeaks(code.functionAt(fn).steps, {
    effectOf,
    holds: (slot) => solver.at(code.slotIn(file, slot)).includes(acquisition.token),
  })
  return effects.has('acquire') && effects.has('release') && leaks.every(({ by }) => by === 'throw')

  /** A function, and those in which it is written, below the one that is meant. */
  function upTo(inner: number): number[] {
    if (code.fileOfFunction(inner) !== file) return []
    const found: number[] = []
    for (let at = inner - file.fn; at > 0; at = code.functionAt(file.fn + at).parent) {
      if (at === around) return found
      found.push(file.fn + at)
    }
    return []
  }
}

/** Whether what holds it, such as `{ server, port }`, is itself kept in something, or known outside of these functions. */
function isPassedOn(world: World, { token }: Acquisition, file: CodeFile, parts: ReadonlySet<number>): boolean {
  const { solver } = world
  const holding = holdersOf(world, new Set([token]))
  if (holding.size === 0) return false
  if ([...holding].some((id) => world.tokenOf(id).kind !== 'object') || holdersOf(world, holding).size > 0) return true
  return file.facts.owners.some(
    (owner, local) => !parts.has(owner) && solver.at(world.code.slotIn(file, local)).some((id) => holding.has(id)),
  )
}

/** What has one of these in a property. */
function holdersOf({ solver }: World, held: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>()
  for (let id = 0; id < solver.tokens.length; id++)
    for (const slot of solver.fieldsOf(id)?.values() ?? [])
      if (solver.at(slot).some((each) => held.has(each))) found.add(id)
  return found
}
