import { listOf } from '../graph/lines.ts'
import type { Inquiry } from '../inquiry.ts'
import type { Wait } from './course.ts'
import type { Handler } from './handlers.ts'
import { settlesOf } from './letting-go.ts'

/** Releases that are given to the registration as they are: `process.once('SIGTERM', server.close.bind(server))`. */
export function handedOver({ world }: Inquiry, { registration }: Handler): Wait[] {
  return registration.members.flatMap((member) => {
    const token = world.tokenOf(member)
    const thing = token.kind === 'member' ? world.tokenOf(token.of) : undefined
    const acquisition = thing?.kind === 'thing' ? world.acquisitions[thing.acquisition] : undefined
    if (token.kind !== 'member' || !acquisition) return []
    const name = `.${token.name}()`
    const isRelease = listOf(acquisition.line.release).some((each) => each === name)
    if (!isRelease || settlesOf(acquisition, name) === 'sync') return []
    const { call } = registration
    return [{ acquisition, name, call, way: [], isBounded: false, isGuarded: false, isApart: true }]
  })
}
