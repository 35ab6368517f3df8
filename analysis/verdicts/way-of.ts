import type { Evidence } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import type { Handler } from '../queries/handlers.ts'

/** From the signal to a call, step by step. */
export function wayOf(
  { world }: Inquiry,
  { registration, signal }: Handler,
  way: readonly number[],
  last: { readonly call: number; readonly what: string },
): Evidence[] {
  return [
    { place: placeOfCall(world, registration.call), what: `${signal} is heard here.` },
    ...way.map((call) => ({
      place: placeOfCall(world, call),
      what: `It goes on through \`${written(world, call)}\`.`,
    })),
    { place: placeOfCall(world, last.call), what: last.what },
  ]
}
