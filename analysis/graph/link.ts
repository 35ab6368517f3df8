import type { ImportFact } from '../facts/facts.ts'
import { canonical } from './names.ts'
import type { CodeFile } from './program-code.ts'
import type { World } from './world.ts'

/** The file of the tree that a specifier leads to; undefined when it leads outside. */
export type ResolveFile = (specifier: string, from: string) => string | undefined

/** Connects an import with what the other file exports, or with what a package gives. */
export function linkImport(world: World, file: CodeFile, { slot, from, name }: ImportFact, resolve: ResolveFile): void {
  const { solver, code } = world
  const at = code.slotIn(file, slot)
  const path = resolve(from, file.file)
  const target = path === undefined ? undefined : code.byFile.get(path)
  const described = isPrisma(from, name, path)
    ? world.described.modules.get('@prisma/client')
    : world.described.modules.get(path === undefined ? canonical(from) : `./${path}`)
  if (target) {
    const exported = code.slotIn(target, target.facts.exports)
    if (name === 'reexport') solver.spread(exported, at)
    else if (name === '*' || name === 'require') solver.copy(exported, at)
    else {
      solver.load(exported, name, at)
      // import pool from './pool.cjs'
      if (name === 'default' && target.facts.isCommonJs) solver.copy(exported, at)
    }
  }
  if (described) {
    const exportedName =
      name === 'default' || name === '*' || name === 'require' || name === 'reexport' || described.aliases.has(name)
        ? ''
        : name
    const token = solver.token(`e${described.name} ${exportedName}`, () => ({
      kind: 'external',
      module: described.name,
      path: exportedName,
    }))
    if (name !== 'reexport') solver.hold(at, token)
    else solver.spread(holding(world, token), at)
    return
  }
  if (path !== undefined && !target && name !== '') {
    const unread = solver.token(`u${path}`, () => ({ kind: 'unread', file: path }))
    if (name !== 'reexport') solver.hold(at, unread)
    // A list of exports is followed where somebody asks for it.
    else if (world.isRelevant(file.file)) world.need(unread)
  }
  if (path === undefined && name !== '') {
    const module = canonical(from)
    if (module.startsWith('node:')) {
      const exportedName = ['default', '*', 'require', 'reexport'].includes(name) ? '' : name
      solver.hold(
        at,
        solver.token(`e${module} ${exportedName}`, () => ({ kind: 'external', module, path: exportedName })),
      )
    } else if (name !== 'reexport') solver.hold(at, world.opaque)
  }
}

/** Prisma writes its client into the project, where it is often left out of the repository. */
function isPrisma(from: string, name: string, path: string | undefined): boolean {
  if (path !== undefined) return name === 'PrismaClient' && /(^|\/)_*generated_*\//i.test(path)
  if (from.startsWith('@prisma/') || !/(^|[/@#~._-])(prisma|generated)([/._-]|$)/i.test(from)) return false
  return name === 'PrismaClient' || (/prisma/i.test(from) && (name === 'require' || name === '*'))
}

function holding(world: World, token: number): number {
  const slot = world.solver.newSlot()
  world.solver.hold(slot, token)
  return slot
}
