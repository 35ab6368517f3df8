import type { World } from '../graph/world.ts'
import { endsWell } from './exits.ts'
import type { CallIndex } from './index-of-calls.ts'
import type { Registration } from './registrations.ts'

/**
 * Whether a signal fulfils a promise that a module holds, and not a function: whoever awaits that, in whichever file,
 * goes on then. `export const stopping = new Promise((resolve) => process.once('SIGTERM', resolve))`.
 */
export function fulfilsPromise({ code, targets }: World, index: CallIndex, registration: Registration): boolean {
  const isModule = (fn: number): boolean => code.functionAt(fn).parent === -1
  const resolves = (call: number): boolean =>
    [...(targets.get(call) ?? [])].some((target) => target < 0 && isModule(-1 - target))
  return (
    registration.awaiting.some(isModule) ||
    registration.functions.some((fn) => index.callsIn[fn]?.some(resolves) === true)
  )
}

/** The functions of a program that end it well: `await stopping; await server.stop(); process.exit(0)`. */
export function endingIn(world: World, index: CallIndex, files: ReadonlySet<string>): readonly number[] {
  const isEnd = (call: number): boolean => endsWell(world, index, call)
  return [...files].flatMap((name) => {
    const file = world.code.byFile.get(name)
    const functions = file?.facts.functions.map((_, at) => file.fn + at) ?? []
    return functions.filter((fn) => index.callsIn[fn]?.some(isEnd) === true)
  })
}
