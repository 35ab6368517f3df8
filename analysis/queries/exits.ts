import type { World } from '../graph/world.ts'
import type { CallIndex } from './index-of-calls.ts'

const ENDING = new Set(['exit', 'reallyExit', 'abort'])

/** Whether a token is `process.exit` itself. */
export function isExit(world: World, id: number): boolean {
  const token = world.tokenOf(id)
  return token.kind === 'external' && token.module === 'node:process' && ENDING.has(token.path)
}

/** Whether a call ends the process: `process.exit()`, `process.kill(process.pid)`. */
export function endsProcess(world: World, { externalsAt }: CallIndex, call: number): boolean {
  return (externalsAt.get(call) ?? []).some(
    ({ module, path, args }) =>
      module === 'node:process' && (ENDING.has(path) || (path === 'kill' && isOwnPid(world, args[0] ?? 0))),
  )
}

/** Whether a call ends the process and says that all went well: `process.exit()`, `process.exit(0)`. */
export function endsWell({ code }: World, { externalsAt }: CallIndex, call: number): boolean {
  const { args, literals } = code.callAt(call)
  const isExit = externalsAt.get(call)?.some(({ module, path }) => module === 'node:process' && path === 'exit')
  return isExit === true && (args.length === 0 || literals[0] === 0)
}

/** Whether a call is given `process.exit`, for somebody to run: `setTimeout(process.exit, 1000)`. */
export function isGivenExit(world: World, call: number): boolean {
  const file = world.code.fileOfCall(call)
  return world.code
    .callAt(call)
    .args.some((arg) => world.solver.at(world.code.slotIn(file, arg)).some((id) => isExit(world, id)))
}

/** Whether a call may lead into a file that was not worth reading. */
export function leadsNowhere({ unreadCalls, code }: World, call: number): boolean {
  return [...(unreadCalls.get(call) ?? [])].some((file) => !code.byFile.has(file))
}

function isOwnPid(world: World, slot: number): boolean {
  return world.solver.at(slot).some((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'external' && token.module === 'node:process' && token.path === 'pid'
  })
}
