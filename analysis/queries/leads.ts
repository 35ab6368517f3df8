import { MOST } from '../graph/solver.ts'
import type { World } from '../graph/world.ts'
import type { CallIndex } from './index-of-calls.ts'

/** Names too common to mean a method of the project's when nobody knows the receiver. */
const COMMON = new Set(
  'then catch finally push pop shift get set has add delete on once off emit map filter forEach reduce join split toString call apply bind find some every slice concat keys values entries next log info warn error debug trace test exec replace trim includes indexOf send json status write'.split(
    ' ',
  ),
)

const known = new WeakMap<CallIndex, Map<number, readonly number[]>>()

/** The functions of the project that a call leads to: by values, and where those do not lead on, by names. */
export function leadsOf(world: World, index: CallIndex, call: number): readonly number[] {
  const all = known.get(index) ?? new Map<number, readonly number[]>()
  known.set(index, all)
  // Each program asks for what it shares with others.
  const before = all.get(call)
  if (before) return before
  const leads = findLeads(world, index, call)
  all.set(call, leads)
  return leads
}

function findLeads(world: World, index: CallIndex, call: number): number[] {
  const found: number[] = []
  for (const target of world.targets.get(call) ?? []) found.push(asFunction(target))
  for (const callback of world.callbacks.get(call) ?? []) found.push(asFunction(callback))
  const fact = world.code.callAt(call)
  const [first] = fact.literals
  if ((fact.name === 'emit' || fact.name === 'dispatchEvent') && typeof first === 'string')
    found.push(...(index.listeners.get(first) ?? []))
  if (fact.name === 'abort') found.push(...(index.listeners.get('abort') ?? []))
  const file = world.code.fileOfCall(call)
  const at = (slot: number): readonly number[] => world.solver.at(world.code.slotIn(file, slot))
  const isUnknown = (slot: number): boolean => slot !== 0 && at(slot).every((id) => isUnreadable(world, id))
  const isAnything = isUnknown(fact.base) ? isUnknown(fact.callee) : at(fact.base).length >= MOST
  if (fact.base !== 0 && isAnything && !COMMON.has(fact.name)) found.push(...(index.methodsNamed.get(fact.name) ?? []))
  if (fact.name === 'disposeAsync' || fact.name === 'dispose')
    for (const id of world.solver.at(world.code.slotIn(file, fact.base))) found.push(...(index.stackedBy.get(id) ?? []))
  // hooks.callAll('shutdown')
  for (const literal of fact.literals)
    if (typeof literal === 'string' && /^[a-z]\w{3,}$/i.test(literal) && world.targets.has(call))
      found.push(...(index.exportedAs.get(literal) ?? []))
  return found
}

/** Of a promise that goes on: the function that waits for it. */
function asFunction(target: number): number {
  return target < 0 ? -1 - target : target
}

function isUnreadable(world: World, id: number): boolean {
  const token = world.tokenOf(id)
  return token.kind === 'unread' && world.unreadable.has(token.file)
}
