import type { Inquiry } from '../inquiry.ts'
import type { Release as ReleaseName, Settles } from '../../catalogue/index.ts'
import type { Acquisition } from '../graph/tokens.ts'

/** What a call lets go of, and how. */
export interface LettingGo {
  readonly acquisition: Acquisition
  /** As the catalogue writes it: `.end()`. */
  readonly name: string
}

const known = new WeakMap<Inquiry, ReadonlyMap<number, readonly LettingGo[]>>()

/** What each call of the project lets go of. */
export function lettingGo(inquiry: Inquiry): ReadonlyMap<number, readonly LettingGo[]> {
  const before = known.get(inquiry)
  if (before) return before
  const found = new Map<number, LettingGo[]>()
  for (const acquisition of inquiry.world.acquisitions) {
    if (acquisition.transaction) continue
    for (const { call, name } of inquiry.releasesOf(acquisition)) {
      const list = found.get(call)
      if (list) list.push({ acquisition, name })
      else found.set(call, [{ acquisition, name }])
    }
  }
  known.set(inquiry, found)
  return found
}

export function settlesOf({ line }: Acquisition, name: string): Settles {
  const { settles } = line
  if (settles === undefined || typeof settles === 'string') return settles ?? 'promise'
  return settles[name as ReleaseName] ?? 'promise'
}

/** How this call says that it has finished: by its promise, by a function that it is given, or not at all. */
export function settlesAt(inquiry: Inquiry, call: number, letting: LettingGo): Settles {
  const settles = settlesAsCalled(inquiry, call, letting)
  return settles === 'promise' && takesFunction(inquiry.world, call) ? 'callback' : settles
}

/** The same where a function that it is given would be followed besides. */
export function settlesAsCalled({ world }: Inquiry, call: number, { acquisition, name }: LettingGo): Settles {
  const settles = settlesOf(acquisition, name)
  // promisify(server.close).bind(server)(), server[Symbol.asyncDispose]()
  const isPromised = world.wrappedCalls.has(call) || name.startsWith('.@@')
  return settles === 'callback' && isPromised ? 'promise' : settles
}

function takesFunction(world: Inquiry['world'], call: number): boolean {
  const file = world.code.fileOfCall(call)
  return world.code.callAt(call).args.some((arg) =>
    world.solver.at(world.code.slotIn(file, arg)).some((id) => {
      const { kind } = world.tokenOf(id)
      return kind === 'function' || kind === 'resolver'
    }),
  )
}
