import { listOf } from '../graph/lines.ts'
import type { World } from '../graph/world.ts'
import type { FindUses } from './uses.ts'

/** A call that lets go of something. */
export interface Release {
  readonly call: number
  /** As the catalogue writes it: `.end()`, `clearInterval(it)`. */
  readonly name: string
}

/** What the language itself lets go of things by. */
const DISPOSING = ['.@@dispose()', '.@@asyncDispose()']

/** For each acquisition the calls that let go of it, wherever they stand. */
export function findReleases(world: World, usesOf: FindUses): ReadonlyMap<number, readonly Release[]> {
  return new Map(
    world.acquisitions.map((acquisition) => {
      const { line, transaction } = acquisition
      const names = transaction ? transaction.end : [...listOf(line.release), ...(line.release ? DISPOSING : [])]
      const found = new Map<number, Release>()
      for (const name of names)
        for (const call of usesOf(acquisition, name)) if (!found.has(call)) found.set(call, { call, name })
      return [acquisition.id, [...found.values()]]
    }),
  )
}
