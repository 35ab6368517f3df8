import { callKey, type DescribedType } from '../graph/described.ts'
import { isShutdown, listOf } from '../graph/lines.ts'
import type { World } from '../graph/world.ts'
import type { Shutdown } from '../../catalogue/index.ts'

/** A place where the project says what happens on signals. */
export interface Registration {
  readonly call: number
  /** `process`: by `process.on()` and the like; `library`: by a shutdown library; `framework`: by a switch of a framework. */
  readonly by: 'process' | 'library' | 'framework'
  readonly method: string
  readonly signals: readonly string[]
  /** The functions that run. */
  readonly functions: readonly number[]
  /** Functions that go on after they have waited for the signal. */
  readonly awaiting: readonly number[]
  /** Things that are let go without code of the project. */
  readonly things: readonly number[]
  /** Methods that are handed over as they are: `server.close.bind(server)`. */
  readonly members: readonly number[]
  readonly library?: Shutdown
}

const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'])
const BOTH = ['SIGTERM', 'SIGINT']

export function findRegistrations(world: World): Registration[] {
  const { described } = world
  const found: Registration[] = []
  const { solver } = world
  for (const { call, module, path, args } of world.externalCalls) {
    if (module === 'node:process' && LISTENING.has(path)) {
      const signals = signalsOf(world, call, args[0] ?? 0)
      if (signals.length === 0) continue
      found.push({ call, by: 'process', method: path, signals, things: [], ...handlersIn(world, [args[1] ?? 0]) })
      continue
    }
    // await once(process, 'SIGTERM')
    if (module === 'node:events' && (path === 'once' || path === 'on')) {
      if (!solver.at(args[0] ?? 0).some((id) => isProcess(world, id))) continue
      const signals = signalsOf(world, call, args[1] ?? 0, 1)
      if (signals.length > 0)
        found.push({
          call,
          by: 'process',
          method: 'once',
          signals,
          functions: [],
          awaiting: [world.code.callerOf(call)],
          things: [],
          members: [],
        })
      continue
    }
    const known = described.modules.get(module)
    const { kind, result } = world.code.callAt(call)
    for (const line of known?.calls.get(callKey(known, path, kind)) ?? []) {
      if (!isShutdown(line) || !counts(world, call, line)) continue
      // new ServiceBroker() hears the signals from then on.
      const made = solver.at(world.code.slotIn(world.code.fileOfCall(call), result))
      const own = line.releases === 'this' ? made.filter((id) => world.tokenOf(id).kind === 'thing') : []
      found.push(byLibrary(world, call, line, args, own))
    }
  }
  for (const { call, thing, name } of world.memberCalls) {
    const line = typeOf(world, thing)?.methods.get(name)?.find(isShutdown)
    if (!line || !counts(world, call, line)) continue
    const { args } = world.code.callAt(call)
    const file = world.code.fileOfCall(call)
    found.push(
      byLibrary(
        world,
        call,
        line,
        args.map((arg) => world.code.slotIn(file, arg)),
        line.releases === 'this' ? [thing] : [],
      ),
    )
  }
  return found
}

export function typeOf(world: World, thing: number): DescribedType | undefined {
  const token = world.tokenOf(thing)
  return token.kind === 'thing' ? world.described.types.get(token.type) : undefined
}

/** Whether its options let it hear the signals. */
function counts(world: World, call: number, { unless }: Shutdown): boolean {
  const { keys } = world.code.callAt(call)
  return !listOf(unless).some((key) => keys.includes(key))
}

function isProcess(world: World, id: number): boolean {
  const token = world.tokenOf(id)
  return token.kind === 'external' && token.module === 'node:process' && token.path === ''
}

function byLibrary(
  world: World,
  call: number,
  line: Shutdown,
  args: readonly number[],
  own: readonly number[],
): Registration {
  // Where functions are run by name, others are not.
  const slots = args.flatMap((arg) => [...(line.runs ? [] : [arg]), ...inside(world, arg, 3, line.runs)])
  const handlers = handlersIn(world, slots)
  const things =
    line.releases === 'arguments'
      ? args
          .flatMap((arg) => [arg, ...inside(world, arg, 3)])
          .flatMap((slot) => world.solver.at(slot).filter((id) => world.tokenOf(id).kind === 'thing'))
      : []
  const by = own.length > 0 ? 'framework' : 'library'
  return {
    call,
    by,
    method: line.shutdown,
    signals: librarySignals(world, line, args),
    library: line,
    things: [...own, ...things],
    ...handlers,
  }
}

function librarySignals(world: World, line: Shutdown, args: readonly number[]): readonly string[] {
  const option = line.signalsOption
  if (option === undefined) return line.signals
  const chosen =
    typeof option === 'number'
      ? [args[option] ?? 0]
      : args.flatMap((arg) => world.solver.at(arg).map((id) => world.solver.fieldsOf(id)?.get(option) ?? 0))
  const texts = chosen.flatMap((slot) => strings(world, slot))
  // signals: 'SIGTERM,SIGINT'
  const signals = texts.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text.startsWith('SIG'))
  if (signals.length === 0) return line.signals
  // What hears one signal by itself hears those that are named besides.
  return line.signals.length === 1 ? [...new Set([...line.signals, ...signals])] : signals
}

function strings(world: World, slot: number): string[] {
  return world.solver.at(slot).flatMap((id) => {
    const token = world.tokenOf(id)
    if (token.kind === 'string') return [token.text]
    const elements = token.kind === 'object' ? [...(world.solver.fieldsOf(id)?.values() ?? [])] : []
    return elements.flatMap((element) =>
      world.solver.at(element).flatMap((each) => {
        const held = world.tokenOf(each)
        return held.kind === 'string' ? [held.text] : []
      }),
    )
  })
}

/** The slots inside the objects at a slot, to a depth. */
export function inside(world: World, slot: number, depth: number, only?: readonly string[]): number[] {
  // Each once: objects that hold each other would be gone through again on every way to them.
  const found = new Set<number>()
  const entered = new Set<number>()
  let level = [slot]
  for (let at = 0; at < depth && level.length > 0; at++) {
    const next: number[] = []
    for (const id of level.flatMap((each) => world.solver.at(each))) {
      if (entered.has(id) || world.tokenOf(id).kind !== 'object') continue
      entered.add(id)
      for (const [name, field] of world.solver.fieldsOf(id) ?? []) {
        if ((at === 0 && only && !only.includes(name)) || found.has(field)) continue
        found.add(field)
        next.push(field)
      }
    }
    level = next
  }
  return [...found]
}

function handlersIn(world: World, slots: readonly number[]): Pick<Registration, 'functions' | 'awaiting' | 'members'> {
  const functions = new Set<number>()
  const awaiting = new Set<number>()
  const members = new Set<number>()
  for (const slot of slots)
    for (const id of world.solver.at(slot)) {
      const token = world.tokenOf(id)
      if (token.kind === 'function') functions.add(token.fn)
      if (token.kind === 'resolver') awaiting.add(token.fn)
      if (token.kind === 'member') members.add(id)
    }
  return { functions: [...functions], awaiting: [...awaiting], members: [...members] }
}

function signalsOf(world: World, call: number, slot: number, index = 0): readonly string[] {
  const literal = world.code.callAt(call).literals[index]
  if (typeof literal === 'string') return literal.startsWith('SIG') ? [literal] : []
  const held = strings(world, slot).filter((text) => text.startsWith('SIG'))
  if (held.length > 0) return held
  // A name that only running the code would tell: of what is nothing but the process it is one of those asked for.
  const at = world.solver.at(slot)
  return at.length > 0 && at.every(world.isUnknown) && isOnProcess(world, call) ? BOTH : []
}

/** `process.on()`, and not `this.on()` of what could be the process among others. */
function isOnProcess(world: World, call: number): boolean {
  const { base } = world.code.callAt(call)
  return world.solver.at(world.code.slotIn(world.code.fileOfCall(call), base)).every((id) => isProcess(world, id))
}
