import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { typeOf } from './registrations.ts'

/** What lets go of something without being told. */
export interface Owner {
  /** Nothing where it hears the signals on its own. */
  readonly type: string | undefined
  /** What it may be: what the method was called on that acquired it, or else all of its type. */
  readonly acquisitions: readonly Acquisition[]
  /** Whether it was acquired by a method of its owner. */
  readonly isReceiver: boolean
}

export function ownerOf(world: World, { line, call }: Acquisition): Owner | undefined {
  const { owner } = line
  if (owner === undefined) return undefined
  if (owner === 'itself') return { type: undefined, acquisitions: [], isReceiver: false }
  const type = world.described.typeNamed(line, owner)
  const receivers = world.memberCalls.filter((each) => each.call === call && typeOf(world, each.thing)?.name === type)
  const known = receivers.flatMap(({ thing }) => {
    const token = world.tokenOf(thing)
    return token.kind === 'thing' ? (world.acquisitions[token.acquisition] ?? []) : []
  })
  const all = known.length > 0 ? known : world.acquisitions.filter((each) => each.type === type)
  return { type, acquisitions: all, isReceiver: receivers.length > 0 }
}
