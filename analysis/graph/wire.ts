import type { Facts } from '../facts/facts.ts'
import { RUNNING } from './collections.ts'
import { slotIn, type Context } from './contexts.ts'
import { callBase, invoke } from './invoke.ts'
import type { CodeFile } from './program-code.ts'
import type { World } from './world.ts'

/** What facts say of how values flow. */
export type Flows = Pick<
  Facts,
  | 'copies'
  | 'loads'
  | 'stores'
  | 'spreads'
  | 'holdsFunction'
  | 'holdsClass'
  | 'holdsObject'
  | 'holdsString'
  | 'holdsGlobal'
> & { readonly calls: Iterable<number> }

export function allOf(facts: Facts): Flows {
  return { ...facts, calls: facts.calls.keys() }
}

/** Lets values flow through the slots of a file, or of a part of it as it is in a context. */
export function wire(world: World, file: CodeFile, flows: Flows, context?: Context): void {
  const { solver } = world
  const slot = (local: number): number => slotIn(world, file, local, context)
  const inContext = context ? ` ${context.key}` : ''
  const made = context ? ({ context } as const) : {}
  for (let index = 0; index < flows.copies.length; index += 2)
    solver.copy(slot(flows.copies[index] ?? 0), slot(flows.copies[index + 1] ?? 0))
  for (const [at, fn] of flows.holdsFunction)
    solver.hold(
      slot(at),
      solver.token(`f${file.fn + fn}${inContext}`, () => ({ kind: 'function', fn: file.fn + fn, ...made })),
    )
  for (const [at, cls] of flows.holdsClass)
    solver.hold(
      slot(at),
      solver.token(`c${file.cls + cls}`, () => ({ kind: 'class', cls: file.cls + cls })),
    )
  for (const [at, object] of flows.holdsObject)
    solver.hold(
      slot(at),
      solver.token(`o${file.file} ${object}${inContext}`, () => ({ kind: 'object', ...made })),
    )
  for (const [at, text] of flows.holdsString)
    solver.hold(
      slot(at),
      solver.token(`s${text}`, () => ({ kind: 'string', text })),
    )
  for (const [at, name] of flows.holdsGlobal) {
    const known = world.described.globals.get(name)
    const { module, path } =
      known ?? (name === 'process' ? { module: 'node:process', path: '' } : { module: 'global', path: name })
    solver.hold(
      slot(at),
      solver.token(`e${module} ${path}`, () => ({ kind: 'external', module, path })),
    )
  }
  for (const [base, property, to] of flows.loads) solver.load(slot(base), property, slot(to))
  for (const [base, property, from] of flows.stores) solver.store(slot(base), property, slot(from))
  for (const [from, to] of flows.spreads) solver.spread(slot(from), slot(to))
  for (const index of flows.calls) {
    const call = file.facts.calls[index]
    if (!call) continue
    const site = {
      call: file.call + index,
      args: call.args.map(slot),
      result: slot(call.result),
      isNew: false,
      context,
    }
    solver.watch(slot(call.callee), (token) => {
      invoke(world, { ...site, isNew: call.kind === 'new', isWritten: true }, token)
    })
    if (call.base !== 0 || RUNNING.has(call.name)) callBase(world, site, slot(call.base), call)
  }
}
