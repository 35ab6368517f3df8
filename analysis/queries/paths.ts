import type { Slot, Step } from '../facts/facts.ts'
import { CAUGHT, follow, FREE, HELD, type Walk } from './follow-path.ts'

/**
 * What a call does to the thing whose path is followed. `throws`: nothing, but it may throw; `pass`: nothing at all;
 * `hands`: it comes back with the thing held; `spills`: it does when it throws; `exit`: nothing comes after it.
 */
export type Effect = 'acquire' | 'release' | 'throws' | 'pass' | 'hands' | 'spills' | 'exit'

export interface PathQuestion {
  readonly effectOf: (call: number) => Effect
  /** Whether the slot is where the thing stands. */
  readonly holds: (slot: Slot) => boolean
  /** Whether who gets the slot gets the thing with it, or what lets go of it. Left out: who gets the thing. */
  handsOn?(slot: Slot): boolean
}

/** A way out of a function on which the thing is still held. */
export interface Leak {
  readonly by: 'end' | 'return' | 'throw'
  /** The call that throws; -1 when that is not why. */
  readonly call: number
  /** The offset of the `return` or `throw`; -1 for none. */
  readonly start: number
}

/** Follows all paths through a function, and gives those on which the thing is acquired and not let go. */
export function findLeaks(steps: readonly Step[], question: PathQuestion): Leak[] {
  const walk: Walk = { question, exits: [], caught: [] }
  const state = follow(steps, FREE, walk)
  const [thrown = { call: -1, start: -1 }] = walk.caught
  const outs = [...walk.exits, { by: 'end' as const, state, call: -1, start: -1 }]
  return outs.flatMap(({ by, state, call, start }): Leak[] => {
    if (by === 'break' || by === 'continue') return []
    if ((state & HELD) !== 0) return [{ by, call, start }]
    return (state & CAUGHT) !== 0 ? [{ by: 'throw', call: thrown.call, start: thrown.start }] : []
  })
}
