import type { Inquiry } from '../inquiry.ts'

const ONCE = /^(once|onetime|singleton|memoi[sz]e\w*|debounce|throttle)$/

export interface Once {
  /** Functions that run once, whoever calls them: `lodash.once(stop)`. */
  readonly called: ReadonlySet<number>
  /** Functions that hear an event once: `events.once('stop', stop)`. */
  readonly heard: ReadonlySet<number>
}

const known = new WeakMap<Inquiry, Once>()

export function findOnce(inquiry: Inquiry): Once {
  const before = known.get(inquiry)
  if (before) return before
  const { world } = inquiry
  const called = new Set<number>()
  const heard = new Set<number>()
  for (const [call, callbacks] of world.callbacks) {
    const { name, literals } = world.code.callAt(call)
    if (!ONCE.test(name)) continue
    for (const fn of callbacks) if (fn >= 0) (typeof literals[0] === 'string' ? heard : called).add(fn)
  }
  const found = { called, heard }
  known.set(inquiry, found)
  return found
}
