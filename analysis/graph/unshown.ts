import { literalIn, methodName } from './written.ts'
import type { CodeFile } from './program-code.ts'
import { anyOf } from './properties.ts'
import type { World } from './world.ts'

/**
 * What properties are stored on is an object, also where the project does not show who made it: `this.meta.job = …`,
 * `lock = createLock(); lock.timer = …`.
 */
export function enterImplied(world: World, file: CodeFile): void {
  const { solver, code } = world
  const from = new Map(file.facts.loads.map(([base, property, to]) => [to, [base, property] as const]))
  const given = slotsGivenByCalls(file)
  for (const [base] of file.facts.stores) {
    const slot = code.slotIn(file, base)
    if (!solver.at(slot).every(world.isUnknown)) continue
    const [holder, property] = from.get(base) ?? []
    if (holder === undefined || property === undefined) {
      if (given.has(base))
        solver.hold(
          slot,
          solver.token(`implied ${slot}`, () => ({ kind: 'object' })),
        )
      continue
    }
    for (const token of [...solver.at(code.slotIn(file, holder))]) {
      const { kind } = world.tokenOf(token)
      if (kind !== 'instance' && kind !== 'object' && kind !== 'made') continue
      const field = solver.field(token, property)
      solver.hold(
        field,
        solver.token(`implied ${field}`, () => ({ kind: 'object' })),
      )
    }
  }
}

/** The variables to which the result of a call is assigned. */
function slotsGivenByCalls({ facts }: CodeFile): ReadonlySet<number> {
  const results = new Set(facts.calls.map(({ result }) => result))
  return new Set(facts.copies.filter((_, index) => index % 2 === 1 && results.has(facts.copies[index - 1] ?? 0)))
}

/** What `addHook('onClose', …)` is called on, and nobody shows, is what has such a hook: the parameter of a plugin. */
export function enterHooked(world: World, file: CodeFile): void {
  const { solver, code, described } = world
  for (const call of file.facts.calls) {
    const slot = code.slotIn(file, call.base)
    if (call.base === 0 || !described.hookNames.has(call.name) || !solver.at(slot).every(world.isUnknown)) continue
    for (const type of described.types.values())
      for (const { hook } of type.hooks) {
        const literal = literalIn(hook)
        if (methodName(hook) === call.name && literal !== undefined && call.literals[0] === literal)
          solver.hold(slot, anyOf(world, type.name))
      }
  }
}

/** What is annotated, and nothing flows to, is any thing of that type: injected, or given by a caller outside. */
export function enterTypes(world: World, file: CodeFile): void {
  const { solver, code } = world
  const isEmpty = (at: number): boolean => solver.at(at).every(world.isUnknown)
  const waiting = file.facts.types.filter(([at]) => isEmpty(code.slotIn(file, at)))
  for (const [at, type] of waiting) hold(code.slotIn(file, at), code.slotIn(file, type))
  file.facts.classes.forEach((cls, index) => {
    const token = solver.token(`i${file.cls + index}`, () => ({ kind: 'instance', cls: file.cls + index }))
    for (const { name, type, isStatic } of cls.fields) {
      if (isStatic) continue
      const field = solver.field(token, name)
      if (isEmpty(field)) solver.copy(code.slotIn(file, type), field)
    }
  })

  function hold(at: number, typeSlot: number): void {
    for (const token of solver.at(typeSlot)) {
      const type = world.tokenOf(token)
      if (type.kind === 'class')
        solver.hold(
          at,
          solver.token(`i${type.cls}`, () => ({ kind: 'instance', cls: type.cls })),
        )
      if (type.kind === 'unread') solver.hold(at, token)
      if (type.kind !== 'external') continue
      const module = world.described.modules.get(type.module)
      const name = `${module?.name ?? type.module}#${type.path || (module?.defaultName ?? '')}`
      const known = world.described.types.get(name)
      if (known) solver.hold(at, anyOf(world, known.name))
    }
  }
}
