import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { isRaced } from '../queries/bounding.ts'
import { cutsConnections } from '../queries/cuts-connections.ts'
import type { Handler } from '../queries/handlers.ts'
import { followHandler, type Wait } from '../queries/course.ts'
import { isBoundedBeside } from '../queries/bounded-beside.ts'
import { handedOver } from '../queries/handed-over.ts'
import { addDeadline } from '../suggestions/add-deadline.ts'
import { judgePolling } from './endless-polling.ts'
import type { Fault } from './first-of-each.ts'
import { wayOf } from './way-of.ts'

/** Their release waits for others: for connections, for messages in hand, for an answer. */
export const WAITING: ReadonlySet<string> = new Set(['server', 'consumer', 'schedule', 'client'])
const BOUNDING = /timeout|deadline|grace|signal|force|abort/i

/** The first release of these kinds that a handler waits for, and that nothing ends. */
export function judgeWaits(inquiry: Inquiry, handler: Handler, kinds: ReadonlySet<string>): Fault[] {
  const { world } = inquiry
  const { registration, signal, program } = handler
  const courses = registration.functions.map((fn) => followHandler(inquiry, handler, fn))
  if (courses.some(({ isBounded }) => isBounded) || isBoundedBeside(inquiry, handler)) return []
  const reached = inquiry.reachOf(program, signal).functions.keys()
  const isServerCut = cutsConnections(inquiry, reached)
  const endless = [...courses.flatMap(({ waits }) => waits), ...handedOver(inquiry, handler)].filter(
    (each) =>
      !each.isBounded &&
      kinds.has(each.acquisition.line.kind) &&
      !(isServerCut && each.acquisition.line.kind === 'server') &&
      !boundsItself(inquiry, each) &&
      !isRacedOnTheWay(inquiry, each),
  )
  const wait = endless.find(({ isApart }) => !isApart) ?? endless[0]
  if (!wait) return judgePolling(inquiry, handler)
  const release = wait.call === registration.call ? wait.name : written(world, wait.call)
  const because = wayOf(inquiry, handler, wait.way, {
    call: wait.call,
    what: 'This is waited for, and nothing ends the wait.',
  })
  const place = placeOfCall(world, registration.call)
  const finding: Finding = {
    rule: 'require-shutdown-deadline',
    verdict: 'no-deadline',
    message: 'noDeadline',
    confidence: 'certain',
    place,
    data: { release, signal },
    because,
    suggestions: registration.by === 'process' ? addDeadline(inquiry, handler, wait.way, place) : [],
  }
  return [{ about: `${program.entry} ${wait.acquisition.token}`, finding }]
}

/** Whether a function on the way, or one that it calls, gives up after a time. */
function isRacedOnTheWay(inquiry: Inquiry, { way, call }: Wait): boolean {
  const { world, index } = inquiry
  const functions = new Set([...way, call].map((each) => world.code.callerOf(each)))
  for (const fn of [...functions])
    for (const each of index.callsIn[fn] ?? [])
      for (const target of world.targets.get(each) ?? []) if (target >= 0) functions.add(target)
  return isRaced(inquiry, functions)
}

// server.stop({ timeout: 5000 }); what only wraps something has a deadline of its own.
function boundsItself({ world }: Inquiry, { call, acquisition }: Wait): boolean {
  const { takes, opens } = acquisition.line
  return world.code.callAt(call).keys.some((key) => BOUNDING.test(key)) || (takes === true && opens?.length === 0)
}
