import type { Evidence, Finding, Suggestion } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { SIGNALS, type Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { closesClients } from '../queries/closes-clients.ts'
import type { Reach } from '../queries/reach.ts'

/** Where a WebSocket server is closed on a signal, its clients are closed with it. */
export function judgeWebSockets(inquiry: Inquiry): Finding[] {
  const said = new Set<number>()
  return inquiry.world.acquisitions.flatMap((acquisition) => {
    if (acquisition.line.clients === undefined) return []
    const { file } = inquiry.world.code.fileOfCall(acquisition.call)
    const reaches = inquiry.programs
      .filter(({ files, isService }) => isService && files.has(file))
      .flatMap((program) => SIGNALS.map((signal) => inquiry.reachOf(program, signal)))
    return inquiry.releasesOf(acquisition).flatMap(({ call }) => {
      const caller = inquiry.world.code.callerOf(call)
      const own = reaches.filter(({ functions }) => functions.has(caller))
      const isJudged = inquiry.isJudged(inquiry.world.code.fileOfCall(call).file)
      if (own.length === 0 || !isJudged || said.has(call)) return []
      if (own.some((reach) => closesClients(inquiry, acquisition, reach))) return []
      said.add(call)
      return [say(inquiry, acquisition, call, own[0])]
    })
  })
}

function say(inquiry: Inquiry, { line, call: made }: Acquisition, call: number, reach: Reach | undefined): Finding {
  const { world } = inquiry
  const place = placeOfCall(world, call)
  const release = written(world, call)
  const clients = `${release.replace(/\.\w+\(\)$/, '')}${line.clients ?? ''}`
  return {
    rule: 'notify-websocket-clients',
    verdict: 'silent-websocket-close',
    message: 'silentClose',
    confidence: 'certain',
    place,
    data: { release, clients },
    because: [
      { place: placeOfCall(world, made), what: 'It is made here.' },
      ...wayTo(inquiry, reach, call),
      { place, what: 'It is closed here, and nothing on this way closes its clients.' },
    ],
    suggestions: suggest(inquiry, call, clients),
  }
}

/** The calls from the handler to the close. */
function wayTo({ world }: Inquiry, reach: Reach | undefined, call: number): Evidence[] {
  const way: Evidence[] = []
  const seen = new Set<number>()
  for (let at = reach?.functions.get(world.code.callerOf(call)); at !== undefined && at !== -1 && !seen.has(at);) {
    seen.add(at)
    way.unshift({ place: placeOfCall(world, at), what: 'A signal leads here.' })
    at = reach?.functions.get(world.code.callerOf(at))
  }
  return way
}

// Before `wss.close()`, where that is a statement of its own.
function suggest({ world, textOf }: Inquiry, call: number, clients: string): Suggestion[] {
  const { settle, start } = world.code.callAt(call)
  const { file } = world.code.fileOfCall(call)
  const text = textOf(file)
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1]
  if (settle !== 'floating' || indent === undefined || /[…(]/.test(clients)) return []
  const loop = `for (const client of ${clients}) client.close(1001)`
  return [{ id: 'closeClients', data: {}, edits: [{ start, end: start, text: `${loop}\n${indent}` }] }]
}
