import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { callersIn } from './callers.ts'

/**
 * Whether the function that would acquire it is always given one that is open, which it gives back as it is:
 * `const openStore = (store: Redis | string) => (typeof store === 'string' ? new Redis(store) : store)`.
 */
export function isGivenOne(world: World, { call, type }: Acquisition): boolean {
  const { code, solver } = world
  const home = code.callerOf(call)
  const { params, returns, parent } = code.functionAt(home)
  const callers = callersIn(world)
  const calls = callers.of(home)
  if (parent === -1 || calls.length === 0 || callers.isHandedOut(home)) return false
  const file = code.fileOfFunction(home)
  const given = new Set(solver.at(code.slotIn(file, returns)))
  return params.some((param, index) => {
    const isBack = solver.at(code.slotIn(file, param)).some((id) => given.has(id) && isOne(id))
    return isBack && calls.every((each) => isGivenIn(each, index))
  })

  function isGivenIn(each: number, index: number): boolean {
    const arg = code.callAt(each).args[index] ?? 0
    return solver.at(code.slotIn(code.fileOfCall(each), arg)).some(isOne)
  }

  function isOne(id: number): boolean {
    const token = world.tokenOf(id)
    return token.kind === 'thing' && token.type === type && world.acquisitions[token.acquisition]?.call !== call
  }
}
