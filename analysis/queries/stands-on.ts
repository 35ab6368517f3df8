import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { givenTo } from './takers.ts'

/** The servers that a server was given, as of HTTP for WebSockets: those take in what comes to it. */
export function standsOn({ world, takerOf }: Inquiry, acquisition: Acquisition): readonly Acquisition[] {
  const given = givenTo(world, acquisition.call).flatMap((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'thing' ? (world.acquisitions[token.acquisition] ?? []) : []
  })
  // io.attach(server)
  const taken = world.acquisitions.filter((each) => takerOf(each) === acquisition)
  return [...new Set([...given, ...taken])].filter(({ id, line }) => id !== acquisition.id && line.kind === 'server')
}
