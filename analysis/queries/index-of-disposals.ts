import type { World } from '../graph/world.ts'
import { lineage } from '../graph/properties.ts'

const STACKING = new Set(['use', 'adopt', 'defer'])

/** What runs without a call that could be seen, because the language disposes of something. */
export function indexDisposals(world: World): {
  disposedBy: ReadonlyMap<number, readonly number[]>
  stackedBy: ReadonlyMap<number, readonly number[]>
} {
  const { code, solver } = world
  const disposedBy = new Map<number, number[]>()
  const stackedBy = new Map<number, number[]>()
  for (const file of code.files) {
    for (const [local, slot] of file.facts.usings) {
      const fn = file.fn + local
      const methods = solver.at(code.slotIn(file, slot)).flatMap((id) => disposersOf(world, id))
      if (methods.length > 0) disposedBy.set(fn, [...(disposedBy.get(fn) ?? []), ...methods])
    }
    for (const call of file.facts.calls) {
      if (!STACKING.has(call.name) || call.base === 0) continue
      for (const id of solver.at(code.slotIn(file, call.base)))
        if (world.stacks.has(id)) stackedBy.set(id, [...(stackedBy.get(id) ?? []), file.fn + call.fn])
    }
  }
  return { disposedBy, stackedBy }
}

function disposersOf(world: World, id: number): number[] {
  const token = world.tokenOf(id)
  if (token.kind !== 'instance') return []
  return lineage(world, token.cls).flatMap((cls) => {
    const file = world.code.fileOfClass(cls)
    return world.code
      .classAt(cls)
      .methods.filter(({ name }) => name === '@@asyncDispose' || name === '@@dispose')
      .map(({ fn }) => file.fn + fn)
  })
}
