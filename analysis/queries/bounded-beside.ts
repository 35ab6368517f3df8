import type { Inquiry } from '../inquiry.ts'
import { followHandler } from './course.ts'
import type { Handler } from './handlers.ts'

/** Another handler of the same signal sets a timer that ends all. */
export function isBoundedBeside(inquiry: Inquiry, { registration, program, signal }: Handler): boolean {
  return inquiry
    .registrationsOf(program, signal)
    .some(
      (other) =>
        other.call !== registration.call &&
        other.functions.some((fn) => followHandler(inquiry, { registration: other, program, signal }, fn).isBounded),
    )
}
