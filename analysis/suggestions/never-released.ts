import { listOf } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { settlesOf } from '../queries/letting-go.ts'
import type { HeldVariable } from './held-variable.ts'
import { semicolonIn } from './layout.ts'

/** The release that a function forgets of what is lent to it, as it would be written there. */
export function neverReleased(
  inquiry: Inquiry,
  acquisition: Acquisition,
  { name }: HeldVariable,
  text: string,
): string | undefined {
  const { line, call } = acquisition
  const { code } = inquiry.world
  const [release] = listOf(line.release)
  if (inquiry.releasesOf(acquisition).length > 0 || line.scope !== 'function' || line.kind === 'process')
    return undefined
  if (!release?.startsWith('.') || !/^\.\w+\(\)$/.test(release)) return undefined
  const settles = settlesOf(acquisition, release)
  const { isAsync } = code.functionAt(code.callerOf(call))
  if (!isAsync || settles === 'callback') return undefined
  return `${settles === 'promise' ? 'await ' : ''}${name}${release}${semicolonIn(text)}`
}
