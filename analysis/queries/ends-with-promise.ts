import type { Acquisition } from '../graph/tokens.ts'
import type { CodeFile } from '../graph/program-code.ts'
import { subtreeOf } from '../graph/subtree.ts'
import type { Inquiry } from '../inquiry.ts'
import { copiesOf } from './copies-of.ts'
import { isExecutor } from './executors.ts'
import { functionsAt } from './index-of-calls.ts'
import { inside } from './registrations.ts'

/** Events after which something is of no use any more. */
const OVER = /close|end$|exit|finish|disconnect|error|timeout|abort|fail/i

/**
 * Whether something lives as long as a promise: it is acquired in the promise's function, and whatever settles the
 * promise lets go of it, hands it on, or hears from itself that it is over.
 */
export function endsWithPromise(inquiry: Inquiry, acquisition: Acquisition, home: number): boolean {
  const { world, index, registrations } = inquiry
  const { code, solver } = world
  const file = code.fileOfFunction(home)
  const executor = [...around(file, home)].find((fn) => isExecutor(inquiry, fn))
  if (executor === undefined) return false
  const parts = subtreeOf(file.facts, executor - file.fn)
  const releases = inquiry
    .releasesOf(acquisition)
    .map(({ call }) => call)
    .filter((call) => code.fileOfCall(call) === file && parts.has(code.callerOf(call) - file.fn))
  const letting = new Set(releases.map((call) => code.callerOf(call)))
  // What a signal lets go of is judged by the signal.
  if (registrations.some(({ functions }) => functions.some((fn) => letting.has(fn)))) return false
  const settling = copiesOf(file.facts, code.functionAt(executor).params.slice(0, 2))
  const settlers = [...file.facts.calls.keys()].filter((local) => {
    const { callee, args } = code.callAt(file.call + local)
    return settling.has(callee) || args.some((arg) => settling.has(arg))
  })
  return letting.size > 0 && settlers.length > 0 && settlers.every((local) => isOver(file.call + local))

  function isOver(call: number): boolean {
    if (releases.includes(call) || isHanded(call) || saysThatItIsOver(call)) return true
    for (const fn of around(file, code.callerOf(call))) {
      if (fn === executor) return false
      if (letting.has(fn) || runsWhenOver(fn)) return true
    }
    return false
  }

  // resolve({ socket })
  function isHanded(call: number): boolean {
    const { callee, args } = code.callAt(call)
    const slots = args.map((arg) => code.slotIn(file, arg))
    return (
      settling.has(callee) &&
      slots
        .flatMap((slot) => [slot, ...inside(world, slot, 2)])
        .some((slot) => solver.at(slot).includes(acquisition.token))
    )
  }

  // socket.on('error', reject)
  function saysThatItIsOver(call: number): boolean {
    const [event] = code.callAt(call).literals
    return (
      typeof event === 'string' &&
      OVER.test(event) &&
      index.membersAt.get(call)?.some(({ thing }) => thing === acquisition.token) === true
    )
  }

  function runsWhenOver(fn: number): boolean {
    return file.facts.calls.some(
      ({ args }, local) =>
        saysThatItIsOver(file.call + local) &&
        args.some((arg) => functionsAt(world, code.slotIn(file, arg)).includes(fn)),
    )
  }
}

/** A function, and those in which it is written, from the inside, without the module itself. */
function* around(file: CodeFile, fn: number): Generator<number> {
  for (let at = fn - file.fn; at > 0; at = file.facts.functions[at]?.parent ?? 0) yield file.fn + at
}
