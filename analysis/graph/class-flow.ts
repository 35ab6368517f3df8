import { ancestors, anyOf, descendants } from './properties.ts'
import type { CodeFile } from './program-code.ts'
import { addTo, type World } from './world.ts'

/** Lets the methods of the classes of a file know of their instances. */
export function seedInstances(world: World, file: CodeFile): void {
  for (const { cls, isStatic, self } of file.facts.functions) {
    if (cls === -1 || isStatic) continue
    const id = file.cls + cls
    world.solver.hold(
      world.code.slotIn(file, self),
      world.solver.token(`i${id}`, () => ({ kind: 'instance', cls: id })),
    )
  }
}

/** A superclass or an interface has become known. */
export function addSubclass(world: World, cls: number, token: number): void {
  const base = world.tokenOf(token)
  if (world.isRelevant(world.code.fileOfClass(cls).file)) world.need(token)
  if (base.kind === 'external') {
    for (const each of [cls, ...descendants(world, cls)]) extendOuter(world, each, token)
    return
  }
  if (base.kind !== 'class' || base.cls === cls) return
  addTo(world.superclasses, cls, base.cls)
  if (!addTo(world.subclasses, base.cls, cls)) return
  for (const each of [cls, ...descendants(world, cls), base.cls, ...ancestors(world, base.cls)]) {
    world.solver.again(world.solver.token(`i${each}`, () => ({ kind: 'instance', cls: each })))
    world.solver.again(world.solver.token(`c${each}`, () => ({ kind: 'class', cls: each })))
  }
  // The inherited methods work on the instances of the subclasses too.
  const below = [cls, ...descendants(world, cls)]
  for (const above of [base.cls, ...ancestors(world, base.cls)]) {
    const file = world.code.fileOfClass(above)
    const fact = world.code.classAt(above)
    if (fact.isInterface) continue
    const { functions } = file.facts
    for (const { cls: owner, isStatic, self } of functions) {
      if (owner !== above - file.cls || isStatic) continue
      for (const each of below)
        world.solver.hold(
          world.code.slotIn(file, self),
          world.solver.token(`i${each}`, () => ({ kind: 'instance', cls: each })),
        )
    }
    for (const outer of world.outerSupers.get(above) ?? []) for (const each of below) extendOuter(world, each, outer)
  }
}

// class Ledger extends Pool
function extendOuter(world: World, cls: number, token: number): void {
  const base = world.tokenOf(token)
  world.solver.again(world.solver.token(`c${cls}`, () => ({ kind: 'class', cls })))
  const outer = base.kind === 'external' ? typeOf(world, base) : base.kind === 'thing' ? token : undefined
  if (outer === undefined || !addTo(world.outerSupers, cls, outer)) return
  world.solver.again(world.solver.token(`i${cls}`, () => ({ kind: 'instance', cls })))
}

function typeOf(world: World, { module, path }: { module: string; path: string }): number | undefined {
  const described = world.described.modules.get(module)
  const known = world.described.types.get(`${described?.name ?? module}#${path || (described?.defaultName ?? '')}`)
  return known && anyOf(world, known.name)
}
