import { acquireBy, acquireVia } from './acquire.ts'
import { run } from './collections.ts'
import { giveInstances } from './containers.ts'
import { callKey } from './described.ts'
import { offer } from './external.ts'
import { isFirstTime } from './first-time.ts'
import type { Site } from './invoke.ts'
import { isWrapper } from './lines.ts'
import { noteMember } from './note-call.ts'
import type { World } from './world.ts'

/** Methods that give back what they are called on, whatever that is. */
const FLUENT = new Set(
  'on once off addListener prependListener removeListener unref ref setMaxListeners setTimeout setEncoding after'.split(
    ' ',
  ),
)
/** Methods whose callbacks are given what they are called on: plugins. */
const PLUGGING = new Set(['register', 'use', 'configure', 'after', 'addHook', 'onClose'])

/** Calls a method of a thing, by its path: `end`, `em.fork`. */
export function callMember(world: World, site: Site, thing: number, path: string): void {
  const { solver, described, code } = world
  if (!isFirstTime(world, site, `${thing}.${path}`)) return
  noteMember(world, site.call, thing, path)
  const token = world.tokenOf(thing)
  if (token.kind !== 'thing') return
  const type = described.types.get(token.type)
  const lines = type?.methods.get(`${site.isNew ? 'new ' : ''}${path}`) ?? []
  const acquired = acquireBy(world, site, lines)
  const chained = path.endsWith(')') ? path : `${path}()`
  if (type?.prefixes.has(chained))
    solver.hold(
      site.result,
      solver.token(`m${thing} ${chained}`, () => ({ kind: 'member', of: thing, name: chained })),
    )
  else if (FLUENT.has(path) || type?.opening.has(path) || lines.some(isWrapper)) solver.hold(site.result, thing)
  else if (!acquired) {
    solver.hold(site.result, world.opaque)
    giveInstances(world, site)
  }
  // app.decorate('db', pool), app.set('db', pool)
  const [first] = code.callAt(site.call).literals
  if (typeof first === 'string') {
    if (path === 'decorate' || path === 'set') solver.copy(site.args[1] ?? 0, solver.field(thing, first))
    if (path === 'get') solver.copy(solver.field(thing, first), site.result)
  }
  for (const arg of site.args) {
    offer(world, site, arg, acquired)
    if (!PLUGGING.has(path)) continue
    const self = solver.newSlot()
    solver.hold(self, thing)
    run(world, site, arg, [self], 0)
  }
}

/** Calls a thing itself, as one does with a lock: `release()`. */
export function callThing(world: World, site: Site, thing: number): void {
  if (!isFirstTime(world, site, `${thing}`)) return
  noteMember(world, site.call, thing, '')
  world.solver.hold(site.result, world.opaque)
}

// app.register(fastifyPostgres, options): the receiver may be unknown, as where a loader calls the plugin.
export function plugIn(world: World, site: Site, method: string): void {
  for (const arg of site.args)
    world.solver.watch(arg, (id) => {
      const token = world.tokenOf(id)
      if (token.kind !== 'external') return
      const module = world.described.modules.get(token.module)
      acquireVia(world, site, module?.calls.get(callKey(module, token.path, 'call')) ?? [], method)
    })
}
