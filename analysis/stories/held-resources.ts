import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { openingsOf } from '../queries/opening.ts'
import type { Program } from '../queries/programs.ts'
import { isHeldToTheEnd, isOpenedBy } from '../verdicts/cleanup.ts'
import { orderOfStart } from './order-of-start.ts'
import type { HeldResource } from './story.ts'

export interface Held {
  readonly acquisition: Acquisition
  readonly told: HeldResource
}

/** What a program holds until it is told to stop, in the order in which it is opened; what comes later than its start stands last. */
export function heldResources(
  inquiry: Inquiry,
  program: Program,
  imports: ReadonlyMap<string, readonly string[]>,
): Held[] {
  const { world } = inquiry
  const { entry, files } = program
  const order = orderOfStart(inquiry, entry, imports)
  const momentOf = ({ call }: Acquisition, openings: readonly number[]): number | undefined =>
    openings.map((each) => order.get(each)).find((each) => each !== undefined) ?? order.get(call)
  return world.acquisitions
    .filter((each) => files.has(world.code.fileOfCall(each.call).file))
    .filter((each) => isHeldToTheEnd(inquiry, each) && isOpenedBy(inquiry, program, each))
    .map((acquisition) => {
      const openings = openingsOf(inquiry, acquisition)
      const moment = momentOf(acquisition, openings)
      return { acquisition, openings, moment }
    })
    .sort((a, b) => (a.moment ?? Infinity) - (b.moment ?? Infinity) || a.acquisition.call - b.acquisition.call)
    .map(({ acquisition, openings: [opening], moment }) => ({
      acquisition,
      told: {
        written: written(world, acquisition.call),
        package: packageOf(acquisition),
        kind: acquisition.line.kind,
        place: placeOfCall(world, acquisition.call),
        ...(opening !== undefined && opening !== acquisition.call && { opened: placeOfCall(world, opening) }),
        isAtStart: moment !== undefined,
      },
    }))
}

/** `node:http#Server` comes from `node:http`; `class 12` is the project's own. */
function packageOf({ type }: Acquisition): string {
  return type.includes('#') ? type.slice(0, type.indexOf('#')) : ''
}
