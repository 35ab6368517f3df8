import type { Site } from './invoke.ts'
import type { World } from './world.ts'

const known = new WeakMap<World, Set<string>>()

/** Whether what is called, a token or a path outside, is called here for the first time: it may arrive twice. */
export function isFirstTime(world: World, { call, args, result }: Site, called: string): boolean {
  const seen = known.get(world) ?? new Set()
  known.set(world, seen)
  const key = `${call} ${result} ${called} ${args.join(' ')}`
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
