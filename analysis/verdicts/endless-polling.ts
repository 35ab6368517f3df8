import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOf, placeOfCall } from '../place.ts'
import type { Handler } from '../queries/handlers.ts'
import { findPolling } from '../queries/polling.ts'
import { hooksOf } from '../queries/reach.ts'
import { typeOf } from '../queries/registrations.ts'
import { spotsAt } from '../syntax.ts'
import { addDeadline } from '../suggestions/add-deadline.ts'
import { boundBeside } from '../suggestions/bound-beside.ts'
import type { Fault } from './first-of-each.ts'

/** The first loop in what a handler runs that waits for something which may never happen. */
export function judgePolling(inquiry: Inquiry, handler: Handler): Fault[] {
  const { registration, signal, program } = handler
  const place = placeOfCall(inquiry.world, registration.call)
  const functions = registration.functions.flatMap((fn) => [...reachedFrom(inquiry, fn)])
  return loopsIn(inquiry, functions).map(({ about, release, at }) => {
    const because = [
      { place, what: `${signal} is heard here.` },
      { place: at, what: 'This goes on until it is so, and nothing ends it.' },
    ]
    const suggestions = registration.by === 'process' ? addDeadline(inquiry, handler, [], place) : []
    return { about: `${program.entry} ${about}`, finding: say(place, release, signal, because, 'certain', suggestions) }
  })
}

/** The same in the hooks that a framework runs: each hook is registered by being there. */
export function judgeHooks(inquiry: Inquiry, { registration, signal, program }: Handler): Fault[] {
  const { world, index } = inquiry
  const { code } = world
  const [thing] = registration.things
  const type = thing === undefined ? undefined : typeOf(world, thing)
  if (!type) return []
  return hooksOf(world, index, type.name).flatMap((hook) => {
    const { file, facts } = code.fileOfFunction(hook)
    if (!program.files.has(file) || !inquiry.isJudged(file)) return []
    const { start, end } = code.functionAt(hook)
    const around = spotsAt(inquiry, file, start, end).at(-1)?.around[0]
    const name = around?.type === 'MethodDefinition' ? around.key : { start, end }
    const place = placeOf(file, facts.lines, name.start, name.end)
    return loopsIn(inquiry, reachedFrom(inquiry, hook)).map(({ about, release, at }) => {
      const because = [
        { place: placeOfCall(world, registration.call), what: `${signal} is heard here, and runs the hook.` },
        { place: at, what: 'This goes on until it is so, and nothing ends it.' },
      ]
      const suggestions = boundBeside(inquiry, registration, place)
      return { about, finding: say(place, release, signal, because, 'likely', suggestions) }
    })
  })
}

interface Loop {
  readonly about: string
  readonly release: string
  readonly at: Finding['place']
}

function loopsIn(inquiry: Inquiry, functions: Iterable<number>): Loop[] {
  const { code } = inquiry.world
  for (const fn of functions) {
    const { file, facts } = code.fileOfFunction(fn)
    const [loop] = findPolling(inquiry, fn)
    if (!loop) continue
    const test = inquiry.textOf(file).slice(loop.test.start, loop.test.end).replaceAll(/\s+/g, ' ')
    const at = placeOf(file, facts.lines, loop.start, loop.end)
    return [{ about: `${file} ${loop.start}`, release: `while (${test})`, at }]
  }
  return []
}

/** What a function runs, as far as values lead. */
function reachedFrom({ world, index }: Inquiry, start: number): ReadonlySet<number> {
  const found = new Set([start])
  for (const fn of found)
    for (const call of index.callsIn[fn] ?? [])
      for (const target of world.targets.get(call) ?? []) if (target >= 0) found.add(target)
  return found
}

function say(
  place: Finding['place'],
  release: string,
  signal: string,
  because: Finding['because'],
  confidence: Finding['confidence'],
  suggestions: Finding['suggestions'],
): Finding {
  const data = { release, signal }
  const message = 'noDeadline'
  return {
    rule: 'require-shutdown-deadline',
    verdict: 'no-deadline',
    message,
    confidence,
    place,
    data,
    because,
    suggestions,
  }
}
