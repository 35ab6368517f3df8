import type { Inquiry } from '../inquiry.ts'

/** Whether a call waits for a time: by `setTimeout` of `timers/promises`, or by a function that does no more than that. */
export function sleeps(inquiry: Inquiry, call: number, depth = 0): boolean {
  const { world, index } = inquiry
  const isTimer = index.externalsAt
    .get(call)
    ?.some(({ module, path }) => path === 'setTimeout' && (module === 'global' || module.startsWith('node:timers')))
  if (isTimer === true) return true
  return [...(world.targets.get(call) ?? [])].some((fn) => {
    const calls = fn < 0 || depth > 1 ? [] : (index.callsIn[fn] ?? [])
    return calls.length === 1 && calls.every((each) => sleeps(inquiry, each, depth + 1))
  })
}
