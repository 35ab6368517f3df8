import type { Resource } from '../../catalogue/index.ts'
import { acquireBy } from './acquire.ts'
import { callBuiltin, runLater, takesAway } from './builtins.ts'
import { run } from './collections.ts'
import { slotIn } from './contexts.ts'
import { giveInstances } from './containers.ts'
import { callKey } from './described.ts'
import { isFirstTime } from './first-time.ts'
import type { Site } from './invoke.ts'
import { isShutdown, isWrapper, listOf } from './lines.ts'
import { noteExternal } from './note-call.ts'
import { anyOf } from './properties.ts'
import type { World } from './world.ts'
import { wrapped } from './wrapped.ts'
import { readWritten } from './written.ts'

/** What promises have. */
export const CHAINING: ReadonlySet<string> = new Set(['then', 'catch', 'finally'])

export function callExternal(world: World, site: Site, { module, path }: { module: string; path: string }): void {
  const { solver, described, code } = world
  if (!isFirstTime(world, site, `${module} ${path}`)) return
  noteExternal(world, site, module, path)
  const known = described.modules.get(module)
  const isDecorator = code.callAt(site.call).kind === 'decorator'
  const lines = known?.calls.get(callKey(known, path, isDecorator ? 'decorator' : site.isNew ? 'new' : 'call')) ?? []
  const acquired = acquireBy(world, site, lines)
  // What a wrapper gives is what it was given.
  if (lines.some(isWrapper)) for (const arg of site.args) solver.copy(arg, site.result)
  const call = callKey(known, path, 'call')
  const type = known?.gives.get(call)
  if (type !== undefined) solver.hold(site.result, anyOf(world, type))
  const isPrefix = known?.prefixes.has(call) ?? false
  if (isPrefix)
    solver.hold(
      site.result,
      solver.token(`e${module} ${call}`, () => ({ kind: 'external', module, path: call })),
    )
  if (acquired || isPrefix || type !== undefined) {
    for (const arg of site.args) offer(world, site, arg, acquired)
    return
  }
  if (callBuiltin(world, site, module, path)) return
  if (lines.some(isShutdown)) {
    for (const arg of site.args) runLater(world, site.call, arg)
    solver.hold(site.result, world.opaque)
    return
  }
  callOpaque(world, site)
}

/** Functions given to something outside: it may run them, or give them back wrapped. */
export function callOpaque(world: World, site: Site): void {
  const { solver, code } = world
  solver.hold(site.result, world.opaque)
  const isChained = CHAINING.has(code.callAt(site.call).name)
  giveInstances(world, site)
  for (const arg of site.args) {
    offer(world, site, arg)
    if (isChained) continue
    solver.watch(arg, (id) => {
      const { kind } = world.tokenOf(id)
      // retry(close), asyncHandler(pay): what comes back runs what was given.
      if (kind === 'function' || kind === 'member' || kind === 'class') solver.hold(site.result, wrapped(world, id))
    })
  }
  // async.each(pools, (pool) => …), pMap(pools, close)
  const [first = 0, ...rest] = site.args
  if (first === 0 || rest.length === 0 || takesAway(world, site.call)) return
  const element = solver.newSlot()
  solver.load(first, '[]', element)
  for (const arg of rest) run(world, site, arg, [element], 0)
}

/** Gives a function to something outside; where that acquires something, as a callback for it. */
export function offer(world: World, site: Site, arg: number, acquired?: Resource): void {
  runLater(world, site.call, arg)
  const { solver, code } = world
  solver.watch(arg, (id) => {
    const token = world.tokenOf(id)
    if (token.kind !== 'function') return
    const file = code.fileOfFunction(token.fn)
    const params = code.functionAt(token.fn).params.map((param) => slotIn(world, file, param, token.context))
    for (const param of params) solver.hold(param, world.opaque)
    if (!acquired) return
    // app.listen(3000, function () { this.address() })
    const { parent, cls, self } = code.functionAt(token.fn)
    const isArrow = self === file.facts.functions[parent]?.self
    if (acquired.kind === 'server' && cls === -1 && !isArrow)
      solver.copy(site.result, slotIn(world, file, self, token.context))
    if (params.length < 2) return
    // pool.connect((err, client, done) => …)
    const [, result = 0, done = 0] = params
    solver.copy(site.result, result)
    if (acquired.kind === 'lease') giveBack(world, site, acquired, done)
  })
}

/** The last parameter of a callback may be what lets go of the one before. */
function giveBack(world: World, { result }: Site, line: Resource, done: number): void {
  const release = listOf(line.release)
    .map(readWritten)
    .find(({ isMethod, takesIt }) => isMethod && !takesIt)
  if (!release) return
  world.solver.watch(result, (id) => {
    const token = world.tokenOf(id)
    if (token.kind !== 'thing' || world.acquisitions[token.acquisition]?.line !== line) return
    world.solver.hold(
      done,
      world.solver.token(`m${id} ${release.path}`, () => ({ kind: 'member', of: id, name: release.path })),
    )
  })
}
