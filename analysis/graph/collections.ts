import { invoke, madeAt, type Site } from './invoke.ts'
import type { World } from './world.ts'

const ADDING = new Set(['push', 'unshift', 'add', 'concat', 'enqueue'])
const TAKING = new Set(['pop', 'shift', 'at', 'get', 'find', 'findLast', 'values', 'next'])
const SAME = new Set([
  'filter',
  'slice',
  'splice',
  'concat',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'values',
  'flat',
  'add',
  'set',
  'keys',
])
const STACKING = new Set(['use', 'adopt', 'defer'])
export const RUNNING = new Set([
  'reduce',
  'reduceRight',
  'forEach',
  'map',
  'flatMap',
  'filter',
  'find',
  'findLast',
  'some',
  'every',
  'findIndex',
  'sort',
])

/** What arrays, sets and maps do with their elements. */
export function callOnCollection(world: World, site: Site, base: number, name: string): void {
  // Whatever it is that has a `forEach`, what it is given runs.
  if (RUNNING.has(name)) runOnElements(world, site, base, name)
  if (
    ADDING.has(name) ||
    TAKING.has(name) ||
    SAME.has(name) ||
    STACKING.has(name) ||
    name === 'set' ||
    name === 'entries'
  )
    world.solver.watch(base, (id) => {
      if (world.tokenOf(id).kind === 'object') onCollection(world, site, id, name)
    })
}

function runOnElements(world: World, site: Site, base: number, name: string): void {
  const { solver } = world
  const [callback = 0, initial = 0] = site.args
  const element = solver.newSlot()
  solver.load(base, '[]', element)
  if (name === 'reduce' || name === 'reduceRight') {
    solver.copy(initial, site.result)
    run(world, site, callback, [site.result, element], site.result)
    return
  }
  const returned = name === 'map' || name === 'flatMap' ? hold(world, site, []) : 0
  run(world, site, callback, name === 'sort' ? [element, element] : [element], returned)
}

function onCollection(world: World, site: Site, id: number, name: string): void {
  const { solver } = world
  const { args, result } = site
  const elements = solver.field(id, '[]')
  if (ADDING.has(name)) for (const arg of args) solver.copy(arg, elements)
  if (name === 'set') solver.copy(args[1] ?? 0, elements)
  if (TAKING.has(name)) solver.load(holding(world, id), '[]', result)
  if (SAME.has(name)) solver.hold(result, id)
  if (name === 'entries') hold(world, site, [elements])
  if (STACKING.has(name) && world.stacks.has(id)) onStack(world, site, name)
}

// stack.use(pool), stack.adopt(pool, (it) => it.end()), stack.defer(() => pool.end())
function onStack(world: World, site: Site, name: string): void {
  const [first = 0, second = 0] = site.args
  world.solver.copy(first, site.result)
  if (name === 'use')
    world.externalCalls.push({ call: site.call, module: 'global', path: 'DisposableStack.use', args: [first] })
  if (name === 'adopt') run(world, site, second, [first], 0)
  if (name === 'defer') run(world, site, first, [], 0)
}

function holding(world: World, token: number): number {
  const slot = world.solver.newSlot()
  world.solver.hold(slot, token)
  return slot
}

/** A new collection as the result, which holds these and, so that pairs can be taken apart, itself. */
function hold(world: World, site: Site, slots: readonly number[]): number {
  const { solver } = world
  const token = solver.token(`r${madeAt(site)}`, () => ({ kind: 'object' }))
  solver.hold(site.result, token)
  const elements = solver.field(token, '[]')
  for (const slot of slots) solver.copy(slot, elements)
  if (slots.length > 0) solver.hold(elements, token)
  return elements
}

/** Runs what arrives as a callback, with these arguments. */
export function run(world: World, site: Site, callback: number, args: readonly number[], result: number): void {
  world.solver.watch(callback, (token) => {
    invoke(world, { ...site, args, result, isNew: false, isWritten: false }, token)
  })
}
