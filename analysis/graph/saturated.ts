import { noteMember } from './note-call.ts'
import { MOST } from './solver.ts'
import type { World } from './world.ts'

/**
 * Notes the releases of things that meet so many others in one place that their methods were not followed there: the
 * `client.release()` of a helper that all of a project uses.
 */
export function noteSaturated(world: World): void {
  const { code, solver, described } = world
  for (const file of code.files)
    file.facts.calls.forEach(({ base, callee, name }, local) => {
      if (base === 0 || !described.releaseNames.has(name)) return
      if (solver.at(code.slotIn(file, callee)).length < MOST) return
      const call = file.call + local
      for (const id of solver.at(code.slotIn(file, base))) {
        const token = world.tokenOf(id)
        if (token.kind === 'thing' && described.types.get(token.type)?.releases.has(name) === true)
          noteMember(world, call, id, name)
      }
    })
}
