import type { Inquiry } from '../inquiry.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Reach } from './reach.ts'

const CLOSING = new Set(['close', 'terminate', 'end', 'destroy', 'disconnect'])

/** Whether what a signal leads to closes the clients of a WebSocket server: its own list of them, or one that the project keeps. */
export function closesClients(inquiry: Inquiry, acquisition: Acquisition, { functions }: Reach): boolean {
  const { world, index } = inquiry
  return [...functions.keys()].some((fn) => {
    const closes = (index.callsIn[fn] ?? []).some((call) => {
      const { name, base } = world.code.callAt(call)
      // Nobody knows which one it is: it may be one of the clients.
      const isAny = index.membersAt.get(call)?.every(({ thing }) => isAnyOther(inquiry, thing, acquisition)) ?? true
      return base !== 0 && CLOSING.has(name) && isAny && !world.targets.has(call)
    })
    if (!closes) return false
    const listed = listedIn(inquiry, fn, acquisition.line.clients ?? '')
    return listed.length === 0 || listed.some((thing) => isMeant(inquiry, thing, acquisition))
  })
}

/** The servers of whose clients a function, or one around it, has the list. */
function listedIn({ world }: Inquiry, fn: number, clients: string): number[] {
  const { code, solver } = world
  const file = code.fileOfFunction(fn)
  const around = new Set([fn - file.fn])
  for (let at = fn - file.fn; at > 0; at = file.facts.functions[at]?.parent ?? -1) around.add(at)
  return file.facts.loads.flatMap(([base, name, to]) =>
    `.${name}` === clients && around.has(file.facts.owners[to] ?? 0) ? [...solver.at(code.slotIn(file, base))] : [],
  )
}

function isMeant({ world }: Inquiry, thing: number, acquisition: Acquisition): boolean {
  const token = world.tokenOf(thing)
  if (token.kind !== 'thing') return true
  return token.acquisition === -1 ? token.type === acquisition.type : token.acquisition === acquisition.id
}

function isAnyOther({ world }: Inquiry, thing: number, { type }: Acquisition): boolean {
  const token = world.tokenOf(thing)
  return token.kind === 'thing' && token.acquisition === -1 && token.type !== type
}
