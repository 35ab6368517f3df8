import type { Inquiry } from '../inquiry.ts'

const COMBINING = new Set(['Promise.all', 'Promise.allSettled', 'Promise.race', 'Promise.any'])

/** Whether what a function does next, and whoever waits for it, waits for the promise of this call. */
export function isWaitedFor(inquiry: Inquiry, call: number, within: { readonly isAwaited: boolean }): boolean {
  const { world } = inquiry
  const { settle, within: outer } = world.code.callAt(call)
  switch (settle) {
    case 'awaited':
    case 'returned':
      return within.isAwaited
    case 'chained': {
      const next = chainedTo(inquiry, call)
      return next !== undefined && isWaitedFor(inquiry, next, within)
    }
    case 'used': {
      const around = world.code.fileOfCall(call).call + outer
      return outer !== -1 && isCombining(inquiry, around) && isWaitedFor(inquiry, around, within)
    }
    default:
      return false
  }
}

/** The `.then()` that is called on what a call gives. */
export function chainedTo({ world }: Inquiry, call: number): number | undefined {
  const file = world.code.fileOfCall(call)
  const at = file.facts.calls.findIndex(({ after }) => after === call - file.call)
  return at === -1 ? undefined : file.call + at
}

/** `Promise.all([a.close(), b.close()])` */
export function isCombining({ index }: Inquiry, call: number, except?: string): boolean {
  return (index.externalsAt.get(call) ?? []).some(
    ({ module, path }) => module === 'global' && COMBINING.has(path) && path !== except,
  )
}
