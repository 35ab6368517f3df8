import { isGiving } from '../facts/giving.ts'
import type { Site } from './invoke.ts'
import type { World } from './world.ts'

/** What a container gives is an object of the class that it is asked for: `app.get(Ledger)`, `container.resolve(Ledger)`. */
export function giveInstances({ code, solver, tokenOf }: World, { call, args, result }: Site): void {
  if (!isGiving(code.callAt(call).name)) return
  for (const arg of args)
    solver.watch(arg, (id) => {
      const token = tokenOf(id)
      if (token.kind !== 'class') return
      const { cls } = token
      solver.hold(
        result,
        solver.token(`i${cls}`, () => ({ kind: 'instance', cls })),
      )
    })
}
