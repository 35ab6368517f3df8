import type { Inquiry } from '../inquiry.ts'
import { endsProcess, isExit } from './exits.ts'
import { lettingGo } from './letting-go.ts'
import { sleeps } from './sleeps.ts'

const TIMERS = new Set(['setTimeout', 'setInterval'])
/** What cuts work off instead of waiting for it. */
const CUTTING = /^(closeAllConnections|destroy\w*|terminate\w*|kill\w*|abort\w*|reject|force\w*)$/
/** What stands beside a timer without being waited for. */
const BESIDE = /^(set|clear)(Timeout|Interval)$|^(un)?ref$|^(log|info|warn|error|debug|trace|verbose|warning\w*)$/
/** withTimeout(close(), 5000), pTimeout(…) */
const TIMED = /time(d?out|limit|box)|deadline/i
const SETTING = /^(set|clear|refresh)\w*timeout$/i

/** A timer of Node's, whose callback runs later. */
export function isTimer({ index }: Inquiry, call: number): boolean {
  return (index.externalsAt.get(call) ?? []).some(
    ({ module, path }) => (module === 'global' || module === 'node:timers') && TIMERS.has(path),
  )
}

/**
 * Whether a timer, when it fires, ends the process or cuts off what is waited for. In the function of a promise that
 * does more than to wait for it, it may settle that promise.
 */
export function isForcing(inquiry: Inquiry, timer: number, isInExecutor: boolean): boolean {
  const { world, index } = inquiry
  const { solver, code } = world
  const [first = 0] = code.callAt(timer).args
  const isRacing =
    isInExecutor && index.callsIn[code.callerOf(timer)]?.some((call) => !BESIDE.test(code.callAt(call).name)) === true
  for (const id of solver.at(code.slotIn(code.fileOfCall(timer), first))) {
    // setTimeout(process.exit, 5000, 1)
    if (isExit(world, id)) return true
    const token = world.tokenOf(id)
    if ((token.kind === 'member' && CUTTING.test(token.name)) || (token.kind === 'resolver' && isRacing)) return true
  }
  return isEnding(inquiry, [...(world.callbacks.get(timer) ?? [])], isRacing)
}

/** What runs when a time is over ends the process: `sleep(10_000).then(() => process.exit(1))`. */
export function isForcingAfter(inquiry: Inquiry, call: number): boolean {
  const { code, targets } = inquiry.world
  const { name, after } = code.callAt(call)
  const isLate = name === 'then' && after !== -1 && sleeps(inquiry, code.fileOfCall(call).call + after)
  return isLate && isEnding(inquiry, [...(targets.get(call) ?? [])], false)
}

/** Whether these functions end the process, cut something off, or settle the promise of a race, without a wait before. */
function isEnding(inquiry: Inquiry, work: number[], isRacing: boolean): boolean {
  const { world, index } = inquiry
  const releases = lettingGo(inquiry)
  const seen = new Set<number>()
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    if (fn < 0 || seen.has(fn)) continue
    seen.add(fn)
    for (const call of index.callsIn[fn] ?? []) {
      const { name, settle } = world.code.callAt(call)
      const targets = [...(world.targets.get(call) ?? [])]
      if (endsProcess(world, index, call) || CUTTING.test(name)) return true
      if (isRacing && targets.some((target) => target < 0)) return true
      // What comes after a wait comes too late.
      if (releases.has(call) && settle === 'awaited') break
      if (!releases.has(call) && name !== 'then') work.push(...targets, ...(world.callbacks.get(call) ?? []))
    }
  }
  return false
}

/** Whether something in these functions gives up after a time, by other means than a timer that exits. */
export function isRaced({ world, index }: Inquiry, functions: Iterable<number>): boolean {
  let isRacing = false
  let isTiming = false
  for (const fn of functions)
    for (const call of index.callsIn[fn] ?? []) {
      const { name, args, literals } = world.code.callAt(call)
      const isGivenWork = args.length > 1 || (args.length === 1 && literals[0] === null)
      if (isGivenWork && TIMED.test(name) && !SETTING.test(name)) return true
      for (const { module, path } of index.externalsAt.get(call) ?? []) {
        if (path === 'AbortSignal.timeout') return true
        if (module === 'global' && (path === 'Promise.race' || path === 'Promise.any')) isRacing = true
        if (TIMERS.has(path) && (module === 'global' || module.startsWith('node:timers'))) isTiming = true
      }
    }
  return isRacing && isTiming
}
