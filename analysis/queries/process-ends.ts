import { SIGNALS, type Inquiry, type Signal } from '../inquiry.ts'
import { endsProcess, isGivenExit, leadsNowhere } from './exits.ts'
import { functionsAt } from './index-of-calls.ts'
import type { Program } from './programs.ts'
import { timelinesOf } from './timeline.ts'

/** Events with which something says that it has been closed. */
const CLOSING = new Set(['close', 'closed', 'end', 'finish', 'disconnect', 'exit'])
/** What nobody knows, but what may well end the process. */
const ENDING = /exit|terminat|shut_?down|suicide|bail|^die$|^kill$|^abort$|^quit$/i

/**
 * Whether a program may end on a signal: by an exit that is not only for what failed, by a library or a framework, or by
 * something that can not be looked into.
 */
export function mayEnd(inquiry: Inquiry, program: Program, signal: Signal): boolean {
  const { world, index } = inquiry
  const { code } = world
  const registrations = inquiry.registrationsOf(program, signal)
  if (registrations.some(({ call, library }) => library?.exits === true || isGivenExit(world, call))) return true
  if ([...program.files].some((file) => imports(inquiry, file, 'cluster'))) return true
  const onFailure = exitsOnFailure(inquiry)
  const ends = (call: number): boolean =>
    (endsProcess(world, index, call) || isGivenExit(world, call)) && !onFailure.has(call)
  const { functions } = inquiry.reachOf(program, signal)
  for (const fn of functions.keys())
    for (const call of index.callsIn[fn] ?? []) if (ends(call) || isObscure(inquiry, call)) return true
  // server.on('close', () => process.exit(0))
  return [...program.files].some((name) => {
    const file = code.byFile.get(name)
    return file?.facts.calls.some(
      ({ literals: [event], args }) =>
        typeof event === 'string' &&
        CLOSING.has(event) &&
        args
          .flatMap((arg) => functionsAt(world, code.slotIn(file, arg)))
          .some((fn) => (index.callsIn[fn] ?? []).some(ends)),
    )
  })
}

/** Exits that are come to only when something has failed. */
function exitsOnFailure(inquiry: Inquiry): ReadonlySet<number> {
  const exits = timelinesOf(inquiry).flatMap((timeline) => timeline.exits)
  const usual = new Set(exits.filter(({ isFailure }) => !isFailure).map(({ call }) => call))
  return new Set(exits.map(({ call }) => call).filter((call) => !usual.has(call)))
}

function isObscure({ world, index }: Inquiry, call: number): boolean {
  const { name, literals } = world.code.callAt(call)
  if (leadsNowhere(world, call)) return true
  if (!ENDING.test(name) || index.membersAt.has(call) || world.targets.has(call)) return false
  if (endsProcess(world, index, call)) return false
  // process.on('exit', …) and the like only listen.
  return !literals.some((each) => SIGNALS.some((signal) => signal === each))
}

function imports({ world }: Inquiry, file: string, module: string): boolean {
  return world.code.byFile.get(file)?.facts.imports.some(({ from }) => from.replace(/^node:/, '') === module) ?? false
}
