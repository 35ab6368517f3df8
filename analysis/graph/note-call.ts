import type { Site } from './invoke.ts'
import type { World } from './world.ts'

const known = new WeakMap<World, Set<string>>()

/** Notes the call of something outside; with its arguments as they are written, whatever the context it is made in. */
export function noteExternal(world: World, site: Site, module: string, path: string): void {
  const { call } = site
  const args = site.context && site.isWritten ? writtenIn(world, call) : site.args
  if (isNew(world, `${call} ${module} ${path} ${args.join(' ')}`))
    world.externalCalls.push({ call, module, path, args })
}

/** Notes the call of a thing's method, or of the thing itself. */
export function noteMember(world: World, call: number, thing: number, name: string): void {
  if (isNew(world, `${call} ${thing} ${name}`)) world.memberCalls.push({ call, thing, name })
}

function writtenIn({ code }: World, call: number): number[] {
  const file = code.fileOfCall(call)
  return code.callAt(call).args.map((arg) => code.slotIn(file, arg))
}

function isNew(world: World, key: string): boolean {
  const seen = known.get(world) ?? new Set()
  known.set(world, seen)
  return seen.size < seen.add(key).size
}
