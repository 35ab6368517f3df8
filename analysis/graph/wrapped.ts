import type { World } from './world.ts'

/** What a token stands for as something makes a promise of it: `promisify(server.close)`. */
export function wrapped(world: World, id: number): number {
  const token = world.tokenOf(id)
  return token.kind === 'member' || token.kind === 'external'
    ? world.solver.token(`w${id}`, () => ({ ...token, isWrapped: true }))
    : id
}
