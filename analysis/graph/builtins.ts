import { run } from './collections.ts'
import { madeAt, type Site } from './invoke.ts'
import { addTo, type World } from './world.ts'
import { wrapped } from './wrapped.ts'

const SAME = new Set([
  'Object.freeze',
  'Object.seal',
  'Promise.resolve',
  'structuredClone',
  'Promise.all',
  'Promise.allSettled',
  'Promise.race',
  'Promise.any',
  'Object.defineProperty',
  'Array.from',
  'Object.fromEntries',
])
const REMOVING = new Set(['off', 'removeListener', 'removeEventListener'])
const WRAPPING = new Set(['promisify', 'callbackify', 'deprecate'])

/** What the language's and Node's own functions do with what they are given. False: nothing is known. */
export function callBuiltin(world: World, site: Site, module: string, path: string): boolean {
  const { solver } = world
  const { args, result, call } = site
  const [first = 0] = args
  if (module === 'node:util' && WRAPPING.has(path)) {
    solver.watch(first, (id) => {
      solver.hold(result, wrapped(world, id))
    })
    return true
  }
  // process.on('SIGTERM', stop).on('SIGINT', stop)
  if (module === 'node:process' && /^(?:on|once|off|addListener|prependListener)$/.test(path)) {
    solver.hold(
      result,
      solver.token('enode:process ', () => ({ kind: 'external', module: 'node:process', path: '' })),
    )
    for (const arg of args) runLater(world, call, arg)
    return true
  }
  if (module === 'node:module' && path === 'createRequire') return true
  if (module !== 'global') return false
  if (SAME.has(path)) {
    solver.copy(first, result)
    // An array of promises: what they resolve to is held by the array that comes out.
    return true
  }
  switch (path) {
    case 'Promise': {
      const token = solver.token(`v${madeAt(site)}`, () => ({
        kind: 'resolver',
        result,
        fn: world.code.callerOf(call),
      }))
      const resolve = solver.newSlot()
      solver.hold(resolve, token)
      run(world, site, first, [resolve, 0], 0)
      return true
    }
    case 'Promise.withResolvers': {
      const token = solver.token(`v${madeAt(site)}`, () => ({
        kind: 'resolver',
        result: solver.newSlot(),
        fn: world.code.callerOf(call),
      }))
      const made = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      solver.hold(result, made)
      solver.hold(solver.field(made, 'resolve'), token)
      return true
    }
    case 'Object.keys': {
      const token = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      solver.hold(result, token)
      solver.load(first, '@keys', solver.field(token, '[]'))
      return true
    }
    case 'Object.values':
    case 'Object.entries': {
      const token = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      solver.hold(result, token)
      const elements = solver.field(token, '[]')
      solver.load(first, '*', elements)
      if (path === 'Object.entries') {
        solver.load(first, '@keys', elements)
        solver.hold(elements, token)
      }
      return true
    }
    case 'Object.assign': {
      const assigned = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      solver.hold(result, assigned)
      for (const each of args) solver.spread(each, result)
      solver.copy(first, result)
      for (const each of args.slice(1)) solver.spread(each, first)
      return true
    }
    case 'Object.create':
      solver.copy(first, result)
      return true
    case 'Array':
    case 'Map':
    case 'Set':
    case 'WeakMap':
    case 'WeakSet':
    case 'Array.of': {
      const token = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      solver.hold(result, token)
      const elements = solver.field(token, '[]')
      if (path === 'Array.of') for (const each of args) solver.copy(each, elements)
      else if (first !== 0) solver.load(first, '[]', elements)
      // new Map([[name, pool]]): pairs are taken apart.
      if (path === 'Map' && first !== 0) solver.load(elements, '[]', elements)
      return true
    }
    case 'AsyncDisposableStack':
    case 'DisposableStack': {
      const stack = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
      world.stacks.add(stack)
      solver.hold(result, stack)
      return true
    }
    case 'setTimeout':
    case 'setImmediate':
    case 'queueMicrotask':
      for (const arg of args) runLater(world, call, arg)
      return true
    default:
      return false
  }
}

/** A function that something outside will run. */
export function runLater(world: World, call: number, arg: number, depth = 2): void {
  const { solver } = world
  if (takesAway(world, call)) return
  const inner = depth > 0 ? solver.newSlot() : 0
  solver.watch(arg, (id) => {
    const token = world.tokenOf(id)
    if (token.kind === 'function') addTo(world.callbacks, call, token.fn)
    // process.once('SIGTERM', resolve)
    if (token.kind === 'resolver') addTo(world.callbacks, call, -1 - token.fn)
    // bootstrap({ loaders: [databaseLoader] })
    if (token.kind === 'object' && inner !== 0) solver.copy(solver.all(id), inner)
  })
  if (inner !== 0) runLater(world, call, inner, depth - 1)
}

// emitter.off('message', listener): a listener that is taken away is not run by that.
export function takesAway({ code }: World, call: number): boolean {
  return REMOVING.has(code.callAt(call).name)
}
