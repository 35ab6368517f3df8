import type { World } from '../graph/world.ts'

export interface Callers {
  /** The calls that run a function. */
  of(fn: number): readonly number[]
  /** Whether something outside may run it too. */
  isHandedOut(fn: number): boolean
}

const known = new WeakMap<World, Callers>()

export function callersIn(world: World): Callers {
  const before = known.get(world)
  if (before) return before
  const callers = new Map<number, number[]>()
  for (const [call, targets] of world.targets)
    for (const target of targets) {
      const calls = callers.get(target)
      if (calls) calls.push(call)
      else callers.set(target, [call])
    }
  const handedOut = new Set([...world.callbacks.values()].flatMap((each) => [...each]))
  const found = { of: (fn: number) => callers.get(fn) ?? [], isHandedOut: (fn: number) => handedOut.has(fn) }
  known.set(world, found)
  return found
}
