import { ancestors } from '../graph/properties.ts'
import type { World } from '../graph/world.ts'

const known = new WeakMap<World, ReadonlySet<number>>()

/** The classes of which something is made, or that are extended, given to something, decorated, or named as a type. */
export function referredClasses(world: World): ReadonlySet<number> {
  const before = known.get(world)
  if (before) return before
  const { code } = world
  const used = new Set<number>()
  for (const file of code.files) {
    const { facts } = file
    const use = (local: number): void => {
      for (const cls of classesAt(world, code.slotIn(file, local))) used.add(cls)
    }
    for (const { callee, base, args } of facts.calls) for (const slot of [callee, base, ...args]) use(slot)
    for (const { returns } of facts.functions) use(returns)
    for (const [base] of facts.loads) use(base)
    for (const [, type] of facts.types) use(type)
    // exports.Ledger = Ledger passes it on; { useClass: Ledger } does more.
    for (const [, property, from] of facts.stores)
      for (const cls of classesAt(world, code.slotIn(file, from)))
        if (property !== 'default' && property !== code.classAt(cls).name) used.add(cls)
    facts.classes.forEach(({ superclass, interfaces, fields, decorators }, index) => {
      for (const slot of [superclass, ...interfaces, ...fields.map(({ type }) => type)]) use(slot)
      if (decorators.length > 0) used.add(file.cls + index)
    })
  }
  for (const cls of [...used]) for (const each of ancestors(world, cls)) used.add(each)
  known.set(world, used)
  return used
}

function classesAt(world: World, slot: number): number[] {
  return world.solver.at(slot).flatMap((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'class' ? [token.cls] : []
  })
}
