import type { Step } from '../facts/facts.ts'
import type { Inquiry } from '../inquiry.ts'

/**
 * Whether something in these functions ends a server's connections, rather than wait for them: all at once, or each
 * socket that the project keeps: `for (const socket of sockets) socket.destroy()`.
 */
export function cutsConnections({ world: { code }, index }: Inquiry, functions: Iterable<number>): boolean {
  for (const fn of functions) {
    for (const call of index.callsIn[fn] ?? []) if (code.callAt(call).name === 'closeAllConnections') return true
    const { call: first } = code.fileOfFunction(fn)
    const isDestroying = (local: number): boolean => {
      const { name, base, isRepeated } = code.callAt(first + local)
      // Nobody knows what it is: of a thing that is known it would be said which.
      return name === 'destroy' && base !== 0 && isRepeated && !index.membersAt.has(first + local)
    }
    if (isDone(code.functionAt(fn).steps, isDestroying)) return true
  }
  return false
}

/** Whether it is done to each, and not only to those for which something holds: that may be idle ones. */
function isDone(steps: readonly Step[], is: (call: number) => boolean): boolean {
  return steps.some((step) => {
    if (step.kind === 'call') return is(step.call)
    return (step.kind === 'loop' || step.kind === 'try') && isDone(step.body, is)
  })
}
