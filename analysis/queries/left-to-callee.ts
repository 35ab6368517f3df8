import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { inside } from './registrations.ts'

/**
 * Whether it is made among the arguments of a call, and nobody knows what that runs: `report.writeTo(createWriteStream(path))`.
 * Only who is called has it, and is to let go of it.
 */
export function isLeftToCallee(world: World, { call, token }: Acquisition): boolean {
  const { code, solver, targets, callbacks } = world
  const file = code.fileOfCall(call)
  const { within } = code.callAt(call)
  if (within === -1) return false
  const outer = file.call + within
  // Promise.all([pool.connect()]) gives it back.
  const result = code.slotIn(file, code.callAt(outer).result)
  if ([result, ...inside(world, result, 2)].some((slot) => solver.at(slot).includes(token))) return false
  // A function that is given besides is run as well, and is not what is called.
  return [...(targets.get(outer) ?? [])].every((target) => callbacks.get(outer)?.has(target) === true)
}
