import type { World } from '../graph/world.ts'

/** Says of a function whether nobody ever runs it: neither a call of the project's, nor something that was given it. */
export function findDormant(world: World): (fn: number) => boolean {
  const { code, solver } = world
  const run = new Set<number>()
  for (const called of [world.targets, world.callbacks])
    for (const functions of called.values()) for (const fn of functions) run.add(fn < 0 ? -1 - fn : fn)
  const doors = exportedObjects(world)
  for (let token = 0; token < solver.tokens.length; token++) {
    if (solver.tokens[token]?.kind === 'namespace' || doors.has(token)) continue
    for (const slot of solver.fieldsOf(token)?.values() ?? [])
      for (const id of solver.at(slot)) {
        const held = world.tokenOf(id)
        if (held.kind === 'function') run.add(held.fn)
      }
  }
  return (fn) => {
    // What stands inside a function runs only when that does.
    const file = code.fileOfFunction(fn)
    for (let at = fn - file.fn; at > 0; at = code.functionAt(file.fn + at).parent) {
      const { cls, parent } = code.functionAt(file.fn + at)
      if (cls !== -1) return false
      if (parent === 0) return !run.has(file.fn + at)
    }
    return false
  }
}

// module.exports = { server, onSignal }
function exportedObjects({ code, solver }: World): ReadonlySet<number> {
  const files = [...code.byFile.values()].filter(({ facts }) => facts.isCommonJs)
  return new Set(files.flatMap((file) => solver.at(code.slotIn(file, file.facts.exports))))
}
