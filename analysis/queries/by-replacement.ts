import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'

/**
 * Whether it is acquired by what replaces a method, and calls the one that was there: who calls the method acquires it.
 * `const listen = app.listen; app.listen = (...args) => listen.call(app, ...args)`.
 */
export function isByReplacement({ code, solver, tokenOf }: World, { call }: Acquisition): boolean {
  const { name, base, args } = code.callAt(call)
  const [on] = args
  if ((name !== 'call' && name !== 'apply') || on === undefined) return false
  const file = code.fileOfCall(call)
  const receivers = solver.at(code.slotIn(file, on))
  return solver.at(code.slotIn(file, base)).some((id) => {
    const token = tokenOf(id)
    return token.kind === 'member' && receivers.includes(token.of)
  })
}
