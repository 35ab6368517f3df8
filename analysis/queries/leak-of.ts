import type { World } from '../graph/world.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from './callers.ts'
import { endsProcess } from './exits.ts'
import { findLeaks, type Effect, type Leak } from './paths.ts'
import { inside } from './registrations.ts'

/** Something that is held from some calls to some others. */
export interface Holding {
  /** What stands for it in variables. */
  readonly token: number
  readonly acquiring: ReadonlySet<number>
  readonly releasing: ReadonlySet<number>
  /** The function that acquires it. */
  readonly home: number
  /** The functions that give it to their caller. */
  readonly returnedBy: ReadonlySet<number>
}

/** A leak, the call in the numbering of the whole, and the function that it leaves. */
export interface FoundLeak extends Leak {
  readonly fn: number
}

/** How many callers up it may be let go of, and how many callers are asked. */
const DEPTH = 3
const WIDTH = 20
/** Through how many functions the release may be called. */
const LEVELS = 6

/**
 * The first path on which it is not let go, those on which nothing fails first. None, too, when what lets go of it is
 * not led to from where it is held: then something else decides about it.
 */
export function findLeak(inquiry: Inquiry, holding: Holding): FoundLeak | undefined {
  const { world, index } = inquiry
  const { code, solver } = world
  const { releasing, acquiring, token } = holding
  const callers = callersIn(world)
  const holders = [...holdersFrom(world, holding)]
  const homes = new Set([...acquiring].map((call) => code.callerOf(call)))
  if (releasing.size > 0 && !holders.some((fn) => isLedToFrom(fn, [fn]))) return undefined
  const leaks = holders.flatMap((fn) => leaksIn(fn, new Map(), [fn]))
  return leaks.find(({ by }) => by !== 'throw') ?? leaks[0]

  function isLedToFrom(fn: number, chain: readonly number[]): boolean {
    if (letsGo(fn, lettingBeside(chain))) return true
    if (chain.length > DEPTH) return false
    const above = callers
      .of(fn)
      .slice(0, WIDTH)
      .map((call) => code.callerOf(call))
    return above.some((caller) => isLedToFrom(caller, [...chain, caller]))
  }

  /** The leaks of a function; of its callers, where they let go of it: the chain leads down from there. */
  function leaksIn(fn: number, known: ReadonlyMap<number, Effect>, chain: readonly number[]): FoundLeak[] {
    const file = code.fileOfFunction(fn)
    const letting = lettingBeside(chain)
    const own = findLeaks(code.functionAt(fn).steps, {
      effectOf: (local) => known.get(file.call + local) ?? effectOf(file.call + local, letting),
      holds: (slot) => solver.at(code.slotIn(file, slot)).includes(token),
      handsOn: (slot) => isHandedOn(code.slotIn(file, slot), letting),
    }).map((leak) => ({ ...leak, fn, call: leak.call === -1 ? -1 : file.call + leak.call }))
    const calls = callers.of(fn)
    const isTopmost = calls.length === 0 || callers.isHandedOut(fn) || chain.length > DEPTH
    if (own.length === 0 || isTopmost) return own
    // A helper that all of a project uses: nobody can say of each that it lets go of it, or that it does not.
    if (calls.length > WIDTH)
      return calls.slice(0, WIDTH).some((call) => letsGo(code.callerOf(call), letting, calls)) ? [] : own
    if (!calls.every((call) => letsGo(code.callerOf(call), letting, calls))) return own
    const effect = own.every(({ by }) => by === 'throw') ? 'spills' : 'hands'
    return calls.flatMap((call) => {
      const caller = code.callerOf(call)
      return leaksIn(caller, new Map([[call, effect]]), [...chain, caller])
    })
  }

  function effectOf(call: number, letting: ReadonlySet<number>): Effect {
    if (releasing.has(call)) return 'release'
    if (acquiring.has(call)) return 'acquire'
    if (endsProcess(world, index, call)) return 'exit'
    const targets = [...(world.targets.get(call) ?? [])]
    // Where it is acquired, what gives it back again is no further acquisition.
    if (!homes.has(code.callerOf(call)) && targets.some(givesIt)) return 'acquire'
    if (runs(call, letting)) return 'release'
    const { settle, name } = code.callAt(call)
    const mayThrow = settle === 'awaited' ? name !== 'catch' : name === 'parse' && index.externalsAt.has(call)
    return mayThrow ? 'throws' : 'pass'
  }

  function givesIt(fn: number): boolean {
    return holding.returnedBy.has(fn) && holders.includes(fn)
  }

  function runs(call: number, functions: ReadonlySet<number>): boolean {
    return [world.targets, world.callbacks].some((all) => [...(all.get(call) ?? [])].some((fn) => functions.has(fn)))
  }

  function letsGo(fn: number, letting: ReadonlySet<number>, except: readonly number[] = []): boolean {
    const isOne = (call: number): boolean => releasing.has(call) || runs(call, letting)
    return index.callsIn[fn]?.some((call) => !except.includes(call) && isOne(call)) === true
  }

  /** The functions that let go of it, themselves or by what they call, without those of the chain. */
  function lettingBeside(chain: readonly number[]): ReadonlySet<number> {
    const found = new Set<number>()
    let next = [...releasing].map((call) => code.callerOf(call))
    for (let level = 0; level < LEVELS && next.length > 0; level++) {
      const fresh = next.filter((fn) => !found.has(fn) && !chain.includes(fn))
      for (const fn of fresh) found.add(fn)
      next = fresh.flatMap((fn) => callers.of(fn).map((call) => code.callerOf(call)))
    }
    return found
  }

  // return async () => { await lock.release() }, return { ...options, transaction }
  function isHandedOn(slot: number, letting: ReadonlySet<number>): boolean {
    return [slot, ...inside(world, slot, 2)].some((each) =>
      solver.at(each).some((id) => {
        const held = world.tokenOf(id)
        return id === token || (held.kind === 'function' && letting.has(held.fn))
      }),
    )
  }
}

/** The function that acquires it, and those up to which it is returned; others that return it have borrowed it. */
function holdersFrom(world: World, { home, returnedBy }: Holding): ReadonlySet<number> {
  const found = new Set([home])
  for (const fn of found)
    if (returnedBy.has(fn)) for (const call of callersIn(world).of(fn)) found.add(world.code.callerOf(call))
  return found
}
