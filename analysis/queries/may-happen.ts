import type { World } from '../graph/world.ts'
import type { CallIndex } from './index-of-calls.ts'
import { findLiving, type Living } from './living.ts'
import type { Loading, Program } from './programs.ts'

/** Whether a program may ever come to a call: not where only what it never makes or runs would lead there. */
export type MayHappen = (program: Program, call: number) => boolean

export function findMayHappen(
  world: World,
  index: CallIndex,
  imports: Loading['imports'],
  textOf: (file: string) => string,
): MayHappen {
  const { code } = world
  const imported = new Set([...imports].flatMap(([from, list]) => list.filter((to) => to !== from)))
  const living = new Map<string, Living>()
  const mentions = new Map<string, boolean>()

  return (program, call) => {
    const { functions, classes } = livingIn(program)
    const home = code.callerOf(call)
    if (functions.has(home)) return true
    const file = code.fileOfCall(call)
    let at = home - file.fn
    for (let fact = code.functionAt(home); fact.cls === -1 && fact.parent > 0; fact = code.functionAt(file.fn + at))
      at = fact.parent
    const { name, cls } = code.functionAt(file.fn + at)
    const isMade = cls === -1 || classes.has(file.cls + cls)
    return isMentioned(program, isMade ? name : code.classAt(file.cls + cls).name)
  }

  function livingIn({ entry, files }: Program): Living {
    const known = living.get(entry)
    if (known) return known
    const found = findLiving(world, index, files, (file) => imported.has(file))
    living.set(entry, found)
    return found
  }

  /** Whether a file of the program speaks of it that did not seem to matter, and was not looked into. */
  function isMentioned({ entry, files }: Program, name: string): boolean {
    if (name === '') return true
    const key = `${entry} ${name}`
    const known = mentions.get(key)
    if (known !== undefined) return known
    const used = usedIn(name)
    const is = [...files].some((file) => !code.byFile.has(file) && used.test(textOf(file)))
    mentions.set(key, is)
    return is
  }
}

/** Text that calls it, makes one of it, or hands it on: more than an import, or a type. */
function usedIn(name: string): RegExp {
  const it = `${name.replaceAll('$', '\\$')}(?![\\w$])`
  return new RegExp(
    `(?<![\\w$])(?:new|extends|useClass:)\\s+${it}|[.=([]\\s*${it}|(?<![\\w$])${it}(?:\\s*[(\`]|\\.\\w|\\s+as\\s)`,
  )
}
