import type { DescribedModule } from './described.ts'
import type { World } from './world.ts'

const BINDING = new Set(['bind', 'call', 'apply'])

/** What reading a property of something gives, besides what the project stored there. */
export function loadOf(world: World, id: number, property: string, to: number): void {
  const { solver, described } = world
  const token = world.tokenOf(id)
  switch (token.kind) {
    case 'opaque':
      if (property !== '[]' && property !== '*') solver.hold(to, id)
      return
    case 'unread':
      solver.hold(to, id)
      return
    case 'external': {
      const module = described.modules.get(token.module)
      const { path } = token
      const isAlias = property === 'default' || (path === '' && module?.aliases.has(property) === true)
      if (isAlias) {
        solver.hold(to, id)
        return
      }
      if (isGlobalObject(token)) {
        const global = described.globals.get(property)
        const target =
          global ??
          (property === 'process' ? { module: 'node:process', path: '' } : { module: 'global', path: property })
        solver.hold(
          to,
          solver.token(`e${target.module} ${target.path}`, () => ({ kind: 'external', ...target })),
        )
        return
      }
      const next = path === '' ? property : `${path}.${property === '[]' ? '*' : property}`
      if (!leadsOn(module, token.module, path, next)) solver.hold(to, world.opaque)
      else
        solver.hold(
          to,
          solver.token(`e${token.module} ${next}`, () => ({ kind: 'external', module: token.module, path: next })),
        )
      return
    }
    case 'thing':
      if (property !== '[]' && property !== '*')
        solver.hold(
          to,
          solver.token(`m${id} ${property}`, () => ({ kind: 'member', of: id, name: property })),
        )
      return
    case 'member': {
      if (BINDING.has(property)) return
      const next = `${token.name}.${property}`
      const thing = world.tokenOf(token.of)
      const type = thing.kind === 'thing' ? described.types.get(thing.type) : undefined
      // db.startTransaction().setIsolationLevel('serializable').execute()
      if (token.name.endsWith(')') && !type?.paths.has(next) && !type?.prefixes.has(next)) solver.hold(to, id)
      else if (type?.prefixes.has(token.name))
        solver.hold(
          to,
          solver.token(`m${token.of} ${next}`, () => ({ kind: 'member', of: token.of, name: next })),
        )
      else solver.hold(to, world.opaque)
      return
    }
    case 'instance':
      inheritedOf(world, token.cls, property, to)
      for (const cls of lineage(world, token.cls))
        for (const outer of world.outerSupers.get(cls) ?? []) loadOf(world, outer, property, to)
      return
    case 'class':
      for (const cls of [token.cls, ...ancestors(world, token.cls)]) {
        methodsOf(world, cls, property, to, true)
        outerStaticOf(world, cls, property, to)
      }
      return
    case 'made': {
      // Ledger.prototype.close = function () { … }
      const prototype = prototypeOf(world, token.fn)
      const read = `${prototype} ${property} ${to}`
      // Ledger.prototype = new Ledger()
      if (world.prototypeReads.has(read)) return
      world.prototypeReads.add(read)
      solver.load(prototype, property, to)
      return
    }
    default:
  }
}

const BUILTIN = new Set(['Promise', 'Object', 'Array', 'Symbol', 'Reflect', 'AbortSignal'])

/** Whether a path in a module outside is one that somebody may ask for. */
function leadsOn(module: DescribedModule | undefined, name: string, path: string, next: string): boolean {
  if (name === 'global') return BUILTIN.has(path)
  // process.env.GRACE_MS is a text, whatever becomes of it.
  if (name === 'node:process' && path === 'env') return true
  if (path === '') return module !== undefined || name.startsWith('node:')
  return (
    module !== undefined &&
    (module.prefixes.has(next) ||
      module.calls.has(`${next}()`) ||
      module.calls.has(`new ${next}()`) ||
      module.releasing.has(next))
  )
}

/** The method that a class has or inherits, and those by which its subclasses replace it. */
function inheritedOf(world: World, cls: number, property: string, to: number): void {
  const above = property.startsWith('super ')
  const name = above ? property.slice('super '.length) : property
  // super.close()
  const own = above ? [] : [cls, ...descendants(world, cls)]
  for (const each of own) methodsOf(world, each, name, to, false)
  if (!above && name !== '*' && hasMethod(world, cls, name)) return
  for (const each of ancestors(world, cls)) {
    methodsOf(world, each, name, to, false)
    if (name !== '*' && hasMethod(world, each, name)) return
  }
}

function hasMethod(world: World, cls: number, name: string): boolean {
  return world.code.classAt(cls).methods.some((method) => method.name === name && !method.isStatic)
}

/** A static method of a class outside: `Person.startTransaction()`, where `Person` extends objection's `Model`. */
function outerStaticOf(world: World, cls: number, property: string, to: number): void {
  const { code, solver, described } = world
  for (const id of solver.at(code.slotIn(code.fileOfClass(cls), code.classAt(cls).superclass))) {
    const base = world.tokenOf(id)
    if (base.kind !== 'external') continue
    const module = described.modules.get(base.module)
    const path = base.path || (module?.defaultName ?? '')
    if (module && leadsOn(module, base.module, path, `${path}.${property}`)) loadOf(world, id, property, to)
  }
}

function methodsOf(world: World, cls: number, property: string, to: number, isStatic: boolean): void {
  const file = world.code.fileOfClass(cls)
  for (const method of world.code.classAt(cls).methods) {
    if (method.isStatic !== isStatic || (method.name !== property && property !== '*')) continue
    const fn = file.fn + method.fn
    world.solver.hold(
      to,
      world.solver.token(`f${fn}`, () => ({ kind: 'function', fn })),
    )
  }
}

export function prototypeOf(world: World, fn: number): number {
  const token = world.solver.token(`f${fn}`, () => ({ kind: 'function', fn }))
  const slot = world.solver.field(token, 'prototype')
  world.solver.hold(
    slot,
    world.solver.token(`p${fn}`, () => ({ kind: 'object' })),
  )
  return slot
}

/** A framework's things share what is stored on them: `fastify.decorate()` in one file is read in another. */
export function holderOf(world: World, id: number): number {
  const token = world.tokenOf(id)
  if (token.kind === 'thing')
    return world.described.types.get(token.type)?.isFramework === true ? anyOf(world, token.type) : id
  if (token.kind !== 'member') return id
  // app.locals.db = pool
  const thing = holderOf(world, token.of)
  return world.solver.token(`m${thing} ${token.name}`, () => ({ kind: 'member', of: thing, name: token.name }))
}

function isGlobalObject({ module, path }: { readonly module: string; readonly path: string }): boolean {
  return module === 'global' && (path === 'globalThis' || path === 'global')
}

/** Any thing of a type, as annotations speak of it. */
export function anyOf(world: World, type: string): number {
  return world.solver.token(`any ${type}`, () => ({ kind: 'thing', type, acquisition: -1 }))
}

export function relativesOf(world: World, id: number, property: string): readonly number[] {
  const token = world.tokenOf(id)
  const { solver } = world
  switch (token.kind) {
    case 'external':
      // globalThis.pool = new Pool(); under a computed key it is shared by copies of one module, each with its own.
      return isGlobalObject(token) && property !== '[]' && property !== '*' ? [id] : []
    case 'string':
    case 'resolver':
    case 'unread':
    case 'opaque':
      return []
    case 'member':
      return property === '[]' || property === '*' ? [] : [holderOf(world, id)]
    case 'instance':
      return lineage(world, token.cls).map((cls) => solver.token(`i${cls}`, () => ({ kind: 'instance', cls })))
    case 'class':
      return [token.cls, ...ancestors(world, token.cls)].map((cls) =>
        solver.token(`c${cls}`, () => ({ kind: 'class', cls })),
      )
    case 'thing':
      return [holderOf(world, id)]
    default:
      return [id]
  }
}

/** A class, what it extends, and what extends it. */
export function lineage(world: World, cls: number): number[] {
  return [...new Set([cls, ...ancestors(world, cls), ...descendants(world, cls)])]
}

export function ancestors(world: World, cls: number): number[] {
  return closure(world.superclasses, cls)
}

export function descendants(world: World, cls: number): number[] {
  return closure(world.subclasses, cls)
}

function closure(next: ReadonlyMap<number, ReadonlySet<number>>, from: number): number[] {
  const found = new Set<number>()
  const work = [from]
  for (let at = work.pop(); at !== undefined; at = work.pop())
    for (const each of next.get(at) ?? [])
      if (each !== from && !found.has(each)) {
        found.add(each)
        work.push(each)
      }
  return [...found]
}
