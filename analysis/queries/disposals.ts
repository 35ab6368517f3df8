import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import type { Release } from './releases.ts'

/** What the language lets go of by itself: `await using`, and what a disposable stack was given. */
export function findDisposals(world: World): ReadonlyMap<number, readonly Release[]> {
  const found = new Map<number, Release[]>()
  const add = (slot: number, release: Release): void => {
    for (const id of world.solver.at(slot)) {
      const acquisition = acquisitionOf(world, id)
      if (acquisition) found.set(acquisition.id, [...(found.get(acquisition.id) ?? []), release])
    }
  }
  for (const file of world.code.files)
    for (const [, slot, call] of file.facts.usings)
      if (call !== -1) add(world.code.slotIn(file, slot), { call: file.call + call, name: 'using' })
  for (const { call, path, args } of world.externalCalls)
    if (path === 'DisposableStack.use') for (const arg of args) add(arg, { call, name: '.use(it)' })
  return found
}

function acquisitionOf(world: World, id: number): Acquisition | undefined {
  const token = world.tokenOf(id)
  return token.kind === 'thing' ? world.acquisitions[token.acquisition] : undefined
}
