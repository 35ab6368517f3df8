import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import type { Letting } from '../queries/happening.ts'
import { timelinesOf, type Timeline } from '../queries/timeline.ts'
import { closeFirst } from '../suggestions/close-first.ts'
import { findTooEarly, type TooEarly } from '../queries/too-early.ts'

/** What something depends on is let go after it, and neither before nor side by side. */
export function judgeOrder(inquiry: Inquiry): Finding[] {
  const said = new Set<number>()
  return timelinesOf(inquiry).flatMap((timeline) =>
    findTooEarly(inquiry, timeline).flatMap((each) => {
      if (said.has(each.letting.call)) return []
      said.add(each.letting.call)
      return [say(inquiry, timeline, each)]
    }),
  )
}

function say(
  inquiry: Inquiry,
  { registration }: Timeline,
  { letting, dependant, isSideBySide, isSure }: TooEarly,
): Finding {
  const { world } = inquiry
  const place = placeOfCall(world, letting.call)
  return {
    rule: 'cleanup-order',
    verdict: 'wrong-order',
    message: isSideBySide ? 'sideBySide' : 'wrongOrder',
    confidence: isSure && isCertain(inquiry, letting) && isCertain(inquiry, dependant) ? 'certain' : 'likely',
    place,
    data: { release: written(world, letting.call), dependant: written(world, dependant.acquisition.call) },
    because: [
      { place: placeOfCall(world, registration.call), what: `This runs on ${registration.signals.join(' and ')}.` },
      { place, what: isSideBySide ? 'This is let go meanwhile.' : 'This is let go first.' },
      {
        place: placeOfCall(world, dependant.acquisition.call),
        what: 'This depends on it, and is still at work.',
      },
      { place: placeOfCall(world, dependant.call), what: 'Only this stops that.' },
    ],
    suggestions: closeFirst(inquiry, letting, dependant),
  }
}

/** Whether it is known what exactly is let go, and that it is. */
function isCertain({ world, programsWith, releasesOf }: Inquiry, { acquisition, call, isTimed }: Letting): boolean {
  const { kind } = acquisition.line
  const programs = programsWith(world.code.fileOfCall(call).file)
  // What mongoose.connection is in one program it is not in another.
  const isThere = (other: number): boolean => programs.some(({ files }) => files.has(world.code.fileOfCall(other).file))
  const others = world.acquisitions.filter(
    (each) =>
      each.id !== acquisition.id && releasesOf(each).some((release) => release.call === call) && isThere(each.call),
  )
  return !isTimed && kind !== 'file' && others.length === 0
}
