import type { Facts, Slot, Test } from '../facts/facts.ts'
import type { CodeFile } from '../graph/program-code.ts'
import type { Inquiry } from '../inquiry.ts'

export type IsGuard = (file: CodeFile, test: Test | null) => boolean

/**
 * Tells conditions that ask for something that the shutdown changes, or that can not be known: `if (stopping) return`.
 * Whether a thing is there at all is not asked for that.
 */
export function findGuards(inquiry: Inquiry, reached: ReadonlySet<number>): IsGuard {
  const { world, index } = inquiry
  const { solver, code } = world
  const flags = new Set([...reached].flatMap((fn) => index.flagsSetBy.get(fn) ?? []))

  return (file, test) => {
    if (!test) return true
    const slot = code.slotIn(file, test.slot)
    const { loads, copies } = sourcesOf(file.facts)
    const load = loads.get(test.slot)
    if (load) {
      const [base, property] = load
      const held = solver.at(code.slotIn(file, base))
      // if (!server.listening) return
      const isUnknown = held.every((id) => ['thing', 'opaque', 'member'].includes(world.tokenOf(id).kind))
      return isUnknown || held.some((id) => flags.has(`${id} ${property}`)) || isStored(file, held, property)
    }
    // What a variable of the shutdown's own asks for came from somewhere else.
    if (isReached(file, test.slot)) return !solver.at(slot).some((id) => world.tokenOf(id).kind === 'thing')
    // let stopped; … if (stopped) return stopped; stopped = stop()
    return flags.has(`${slot}`) || (copies.get(test.slot)?.some((from) => isReached(file, from)) ?? false)
  }

  // this.stopped = this.stop()
  function isStored(file: CodeFile, held: readonly number[], property: string): boolean {
    const stores = sourcesOf(file.facts).stores.get(property) ?? []
    return stores.some(
      ([base, from]) => isReached(file, from) && solver.at(code.slotIn(file, base)).some((id) => held.includes(id)),
    )
  }

  function isReached({ facts, fn }: CodeFile, slot: Slot): boolean {
    return reached.has(fn + (facts.owners[slot] ?? -1))
  }
}

/** Where what stands in a slot comes from, and what is stored in properties of a name: base, from. */
interface Sources {
  readonly loads: Map<Slot, readonly [Slot, string]>
  readonly copies: Map<Slot, Slot[]>
  readonly stores: Map<string, (readonly [Slot, Slot])[]>
}

const known = new WeakMap<Facts, Sources>()

function sourcesOf(facts: Facts): Sources {
  const before = known.get(facts)
  if (before) return before
  const sources: Sources = { loads: new Map(), copies: new Map(), stores: new Map() }
  for (const [base, property, to] of facts.loads) sources.loads.set(to, [base, property])
  for (let at = 0; at < facts.copies.length; at += 2) {
    const [from = 0, to = 0] = facts.copies.slice(at, at + 2)
    const list = sources.copies.get(to)
    if (list) list.push(from)
    else sources.copies.set(to, [from])
  }
  for (const [base, name, from] of facts.stores) {
    const list = sources.stores.get(name)
    if (list) list.push([base, from])
    else sources.stores.set(name, [[base, from]])
  }
  known.set(facts, sources)
  return sources
}
