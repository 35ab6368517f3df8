import type { World } from '../graph/world.ts'
import { isExit } from './exits.ts'

/** What an argument may be that somebody runs later. */
export type Given =
  | { readonly kind: 'function'; readonly fn: number }
  /** `resolve` of a promise: the slot that holds the promise. */
  | { readonly kind: 'resolver'; readonly promise: number }
  | { readonly kind: 'exit' }

export function givenAt(world: World, slot: number): Given[] {
  return world.solver.at(slot).flatMap((id): Given[] => {
    const token = world.tokenOf(id)
    if (token.kind === 'function') return [{ kind: 'function', fn: token.fn }]
    if (token.kind === 'resolver') return [{ kind: 'resolver', promise: token.result }]
    return isExit(world, id) ? [{ kind: 'exit' }] : []
  })
}

/** For each argument of a call what it may be. */
export function givenTo(world: World, call: number): Given[][] {
  const file = world.code.fileOfCall(call)
  return world.code.callAt(call).args.map((arg) => givenAt(world, world.code.slotIn(file, arg)))
}

/** The acquisitions whose things stand among the arguments of a call. */
export function thingsGivenTo(world: World, call: number): number[] {
  const file = world.code.fileOfCall(call)
  return world.code.callAt(call).args.flatMap((arg) =>
    world.solver.at(world.code.slotIn(file, arg)).flatMap((id) => {
      const token = world.tokenOf(id)
      return token.kind === 'thing' && token.acquisition !== -1 ? [token.acquisition] : []
    }),
  )
}
