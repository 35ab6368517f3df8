import { descendants } from '../graph/properties.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from './callers.ts'
import { givenTo } from './takers.ts'

/**
 * What has it opened by a method that nothing else calls, and then has it let go of by another one of the same object:
 * `new PgBoss({ db })` calls `db.open()` when it starts, and `db.close()` when it stops.
 */
export function openedBy(inquiry: Inquiry, acquisition: Acquisition): Acquisition | undefined {
  const { world } = inquiry
  const { code } = world
  const home = code.callerOf(acquisition.call)
  const file = code.fileOfFunction(home)
  const { cls, isStatic } = code.functionAt(home)
  if (cls === -1 || isStatic || code.classAt(file.cls + cls).constructs === home - file.fn) return undefined
  if (callersIn(world).of(home).length > 0) return undefined
  const isItsOwn = (fn: number): boolean => code.fileOfFunction(fn) === file && code.functionAt(fn).cls === cls
  if (!inquiry.releasesOf(acquisition).some(({ call }) => isItsOwn(code.callerOf(call)))) return undefined
  const classes = new Set([file.cls + cls, ...descendants(world, file.cls + cls)])
  return world.acquisitions.find(
    (other) =>
      other.id !== acquisition.id &&
      givenTo(world, other.call).some((id) => {
        const token = world.tokenOf(id)
        return token.kind === 'instance' && classes.has(token.cls)
      }),
  )
}
