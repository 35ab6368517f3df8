import type { World } from '../graph/world.ts'

/** Where a module of the framework names the classes that it is to make: `@Module({ providers: [Ledger] })`. */
const PROVIDING = ['providers', 'controllers', 'imports', 'useClass', 'useExisting']

interface Made {
  /** How many files were read when this was found out. */
  readonly files: number
  /** Classes that the project makes itself, with `new`. */
  readonly byHand: ReadonlySet<number>
  /** Classes that a module of the framework names, or whose objects a factory gives to it. */
  readonly provided: ReadonlySet<number>
}

const made = new WeakMap<World, Made>()

/**
 * The classes whose objects a framework makes by itself, and whose hooks it therefore calls. One that the project makes
 * with `new` and names in no module is the project's own.
 */
export function frameworkOwned(world: World, decorators: readonly string[] | undefined): (cls: number) => boolean {
  const { byHand, provided } = madeIn(world)
  const names = new Set(decorators)
  const isDecorated = (cls: number): boolean => world.code.classAt(cls).decorators.some((each) => names.has(each))
  return (cls) => provided.has(cls) || (!byHand.has(cls) && (decorators === undefined || isDecorated(cls)))
}

function madeIn(world: World): Made {
  const { code, solver } = world
  const known = made.get(world)
  if (known?.files === code.files.length) return known
  const byHand = new Set<number>()
  const provided = new Set<number>()
  for (const file of code.files)
    for (const call of file.facts.calls)
      if (call.kind === 'new') for (const cls of classesAt(world, code.slotIn(file, call.callee))) byHand.add(cls)
  for (let token = 0; token < solver.tokens.length; token++) {
    const fields = solver.tokens[token]?.kind === 'object' ? solver.fieldsOf(token) : undefined
    if (!fields) continue
    for (const name of PROVIDING) {
      const slot = fields.get(name)
      if (slot === undefined) continue
      for (const cls of classesAt(world, slot)) provided.add(cls)
      for (const list of solver.at(slot))
        for (const [index, element] of solver.fieldsOf(list) ?? [])
          if (/^(?:\d|\[)/.test(index)) for (const cls of classesAt(world, element)) provided.add(cls)
    }
    // { provide: LEDGER, useFactory: () => new Ledger() }
    for (const factory of [fields.get('useFactory'), fields.get('useValue')])
      for (const id of factory === undefined ? [] : solver.at(factory))
        for (const cls of instancesFrom(world, id)) provided.add(cls)
  }
  const found = { files: code.files.length, byHand, provided }
  made.set(world, found)
  return found
}

function classesAt(world: World, slot: number): number[] {
  return world.solver.at(slot).flatMap((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'class' ? [token.cls] : []
  })
}

/** The classes of what a value is, or of what it returns. */
function instancesFrom(world: World, id: number): number[] {
  const token = world.tokenOf(id)
  if (token.kind === 'instance') return [token.cls]
  if (token.kind !== 'function') return []
  const { code, solver } = world
  return solver.at(code.slotIn(code.fileOfFunction(token.fn), code.functionAt(token.fn).returns)).flatMap((each) => {
    const returned = world.tokenOf(each)
    return returned.kind === 'instance' ? [returned.cls] : []
  })
}
