import type { Entry, Line, Resource, Shutdown, Transaction, Wrapper } from '../../catalogue/index.ts'
import { CLOSE_KEEPER, startDraft, toText, type Draft } from './draft.ts'
import { list, readWritten } from './grammar.ts'
import { findSource } from './types.ts'
import { hold, MARK, settled, toCall, toReceiver, toUse } from './statements.ts'

const BOTH = ['SIGTERM', 'SIGINT']

/** A small program about one line of the catalogue. */
export interface Program {
  readonly story: string
  readonly text: string
  /** It keeps open what it opens in the lines that are marked. */
  readonly leaks: boolean
}

/** The programs about a line: one that leaks, and one for each way not to. */
export function derivePrograms(entry: Entry, line: Line): Program[] {
  if ('acquire' in line) return ofResource(entry, line)
  if ('begin' in line) return ofTransaction(entry, line)
  if ('wraps' in line) return ofWrapper(entry, line)
  if ('shutdown' in line) return ofShutdown(entry, line)
  return []
}

function ofResource(entry: Entry, line: Resource): Program[] {
  const { acquire, owner, when, unless, opens } = line
  // A framework has to be there for these.
  if (line.via || owner?.includes('#') || readWritten(acquire)?.isDecorator) return []
  const isScoped = line.scope === 'function'
  const isHeld = list(line.release).length > 0 && (opens === undefined || list(opens).length > 0)
  const isOwned =
    (owner !== undefined && (!isScoped || leaseOf(entry, owner) !== undefined)) || hearsSignals(entry, line)
  const isAlone = entry.lines.filter((each) => 'acquire' in each && each.acquire === acquire).length === 1
  const holds = (draft: Draft, release?: string, more: { isOpened?: boolean } = {}, of = line) => {
    hold(draft, entry, of, { name: 'it', mark: MARK, release, isScoped, ...more })
  }

  return [
    ...(isHeld && !isOwned
      ? [
          program(`${acquire} leaks`, true, (draft) => {
            holds(draft)
          }),
        ]
      : []),
    ...(isHeld ? list(line.release) : []).map((release) =>
      program(`${acquire} is let go by ${release}`, false, (draft) => {
        holds(draft, release)
      }),
    ),
    ...(isHeld ? list(line.consumed) : []).map((use) =>
      program(`${acquire} is used up by ${use}`, false, (draft) => {
        holds(draft)
        const used = toUse(draft, entry, use, 'it')
        if (isScoped) draft.frames.push({ opens: [used], then: [], release: undefined })
        else draft.top.push(used)
      }),
    ),
    ...(isHeld && !isOwned
      ? []
      : [
          program(`${acquire} asks for nothing`, false, (draft) => {
            holds(draft)
          }),
        ]),
    ...(list(opens).length && isAlone
      ? [
          program(`${acquire} is never opened`, false, (draft) => {
            holds(draft, undefined, { isOpened: false })
          }),
        ]
      : []),
    ...(when !== undefined && isAlone
      ? [
          program(`${acquire} without ${list(when).join(', ')}`, false, (draft) => {
            holds(draft, undefined, {}, { ...line, when: [] })
          }),
        ]
      : []),
    ...(unless !== undefined && isAlone
      ? [
          program(`${acquire} with ${list(unless).join(', ')}`, false, (draft) => {
            holds(draft, undefined, {}, { ...line, when: unless })
          }),
        ]
      : []),
  ]
}

/** What of this type is let go in the function that takes it, and with that what it owns. */
function leaseOf(entry: Entry, type: string): Resource | undefined {
  const line = findSource(type, entry)?.line
  return line && 'acquire' in line && line.kind === 'lease' ? line : undefined
}

/** Opening it is a call after which signals are handled. */
function hearsSignals({ lines }: Entry, { acquire, opens, returns }: Resource): boolean {
  const type = returns ?? readWritten(acquire)?.callee ?? ''
  const calls = [acquire, ...list(opens).map((use) => use.replace(/^\./, `${type}#`).replace('(it)', '()'))]
  return lines.some(
    (line) =>
      'shutdown' in line &&
      line.releases !== undefined &&
      calls.includes(line.shutdown) &&
      BOTH.every((signal) => line.signals.includes(signal)),
  )
}

function ofTransaction(entry: Entry, { begin, end, returns }: Transaction): Program[] {
  const { type, callee = '' } = readWritten(begin) ?? {}
  // `MikroORM#em.begin()` is ended on `em`.
  const path = callee.includes('.') ? `.${callee.slice(0, callee.lastIndexOf('.'))}` : ''
  const begins = (draft: Draft, ending?: string) => {
    const call = toCall(draft, entry, begin)
    const on = returns === undefined && type !== undefined ? toReceiver(draft, entry, type) + path : 'it'
    const opens = [`${on === 'it' ? 'const it = ' : ''}${call}${MARK}`]
    const release = ending === undefined ? undefined : `await ${toUse(draft, entry, ending, on)}`
    draft.frames.push({ opens, then: [], release })
  }
  // What it is begun on may end it when that is let go.
  const [release] = list(type === undefined ? undefined : leaseOf(entry, type)?.release)
  const isEnded = end.some((each) => each === release)
  return [
    ...(isEnded
      ? []
      : [
          program(`${begin} stays open`, true, (draft) => {
            begins(draft)
          }),
        ]),
    ...end.map((ending) =>
      program(`${begin} ends with ${ending}`, false, (draft) => {
        begins(draft, ending)
      }),
    ),
  ]
}

/** A server is wrapped, alone or in an object. */
function ofWrapper(entry: Entry, { wraps, release, settles = 'promise' }: Wrapper): Program[] {
  const releases = readWritten(wraps)?.type === undefined ? list(release) : []
  const wrap = (draft: Draft, given: string, use?: string) => {
    draft.top.push(`const server = http.createServer()${MARK}`, `server.listen(4000)${MARK}`)
    draft.top.push(`const it = ${toCall(draft, entry, wraps).replace(/\(\)$/, `(${given})`)}`)
    if (use !== undefined) draft.releases.push(settled(toUse(draft, entry, use, 'it'), settles))
  }
  return ['server', '{ server }'].flatMap((given) =>
    releases.flatMap((use) => [
      program(`${wraps} leaves ${given} open`, true, (draft) => {
        wrap(draft, given)
      }),
      program(`${wraps} lets go of ${given} by ${use}`, false, (draft) => {
        wrap(draft, given, use)
      }),
    ]),
  )
}

/** It is given what closes the server, or the server, or is called on it. */
function ofShutdown(entry: Entry, line: Shutdown): Program[] {
  const { shutdown, releases, runs, signals, signalsOption } = line
  const [run] = runs ?? []
  if (runs && run === undefined && releases === undefined) return []
  const close = `async () => { ${CLOSE_KEEPER} }`
  const isPartial = typeof signalsOption === 'string' && !BOTH.every((each) => signals.includes(each))
  const options = [
    ...(isPartial ? [`${signalsOption}: ['SIGTERM', 'SIGINT']`] : []),
    ...(run === undefined ? [] : [`${run}: ${close}`]),
  ]
  const given = [
    ...(releases === 'arguments' ? ['keeper'] : []),
    ...(options.length ? [`{ ${options.join(', ')} }`] : []),
    ...(releases === undefined && runs === undefined ? [close] : []),
  ]
  return [
    program(`${shutdown} hears the signals`, false, (draft) => {
      draft.hasKeeper = releases !== 'this'
      draft.ending.push(toCall(draft, entry, shutdown).replace(/\(\)$/, `(${given.join(', ')})`))
      if (releases === 'this' && signalsOption === undefined) hearOthers(draft, entry, line)
    }),
  ]
}

/** Signals that the library leaves to the program. */
function hearOthers(draft: Draft, entry: Entry, { shutdown, signals }: Shutdown): void {
  const { type } = readWritten(shutdown) ?? {}
  const source = type === undefined ? undefined : findSource(type, entry)
  if (type === undefined || !source || !('acquire' in source.line)) return
  const [release] = list(source.line.release)
  if (release === undefined) return
  const letGo = toUse(draft, entry, release, toReceiver(draft, entry, type))
  for (const signal of BOTH.filter((each) => !signals.includes(each)))
    draft.ending.push(`process.on('${signal}', () => void ${letGo})`)
}

function program(story: string, leaks: boolean, write: (draft: Draft) => void): Program {
  const draft = startDraft()
  write(draft)
  const text = toText(draft)
  return { story, leaks, text: leaks ? text : text.replaceAll(MARK, '') }
}
