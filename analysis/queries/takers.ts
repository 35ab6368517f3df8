import { isWrapper } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { inside, typeOf } from './registrations.ts'

/** How deep in its options something may be given: `{ plugins: [drain({ httpServer })] }`. */
const DEPTH = 3

/** For each acquisition the one that takes it over, and lets go of it with itself. */
export function findTakers(world: World): ReadonlyMap<number, Acquisition> {
  const takers = new Map<number, Acquisition>()
  for (const taker of world.acquisitions) {
    if (taker.line.takes !== true) continue
    for (const id of givenTo(world, taker.call)) note(id, taker)
  }
  // io.attach(server)
  for (const { call, thing, name } of world.memberCalls) {
    const token = world.tokenOf(thing)
    const taker = token.kind === 'thing' ? world.acquisitions[token.acquisition] : undefined
    if (taker?.line.takes !== true || typeOf(world, thing)?.methods.get(name)?.some(isWrapper) !== true) continue
    for (const id of givenTo(world, call)) note(id, taker)
  }
  return takers

  function note(id: number, taker: Acquisition): void {
    const token = world.tokenOf(id)
    if (token.kind === 'thing' && token.acquisition !== -1 && token.acquisition !== taker.id)
      takers.set(token.acquisition, taker)
  }
}

/** All that a call is given, in its arguments or by functions in them: `{ dataSourceFactory: () => new DataSource() }`. */
export function givenTo(world: World, call: number): readonly number[] {
  const { code, solver } = world
  const file = code.fileOfCall(call)
  const slots = code.callAt(call).args.map((arg) => code.slotIn(file, arg))
  const at = (depth: number): readonly number[] => [
    ...new Set(slots.flatMap((slot) => [slot, ...inside(world, slot, depth)]).flatMap((slot) => solver.at(slot))),
  ]
  const returned = at(1).flatMap((id) => {
    const token = world.tokenOf(id)
    if (token.kind !== 'function') return []
    const returns = code.slotIn(code.fileOfFunction(token.fn), code.functionAt(token.fn).returns)
    return [returns, ...inside(world, returns, 1)].flatMap((slot) => solver.at(slot))
  })
  return [...new Set([...at(DEPTH), ...returned])]
}
