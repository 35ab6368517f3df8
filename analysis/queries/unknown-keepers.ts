import type { Slot } from '../facts/facts.ts'
import type { CodeFile } from '../graph/program-code.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { copiesOf } from './copies-of.ts'

/** What ends a library's work with what it was given, whatever the library is. */
const CLOSING = /^(close|end|stop|quit|destroy|disconnect|dispose|shut_?down|tear_?down|terminate)/i
/** By these names a whole module is imported. */
const WHOLE = new Set(['default', '*', 'require'])

interface Keepers {
  /** For each thing what it was given to. */
  readonly of: ReadonlyMap<number, ReadonlySet<string>>
  /** The calls that close something. */
  readonly closings: readonly { readonly call: number; readonly keeper: string }[]
}

const known = new WeakMap<World, Keepers>()

/**
 * The calls that close something of which nothing is known, and which this was given: it may well let go of it with
 * itself. `orm.setup(knex)` and, later, `orm.close()`.
 */
export function closingsOfKeepers(world: World, { token }: Acquisition): readonly number[] {
  const { of, closings } = keepersIn(world)
  const keepers = of.get(token)
  if (keepers === undefined) return []
  return closings.flatMap(({ call, keeper }) => (keepers.has(keeper) ? [call] : []))
}

function keepersIn(world: World): Keepers {
  const before = known.get(world)
  if (before) return before
  const of = new Map<number, Set<string>>()
  const closings: { call: number; keeper: string }[] = []
  for (const file of world.code.files) {
    const asked = file.facts.calls.flatMap(({ base, name, args }, local) => {
      const things = base === 0 ? [] : thingsAt(world, file, args)
      const isClosing = base !== 0 && CLOSING.test(name)
      return isClosing || things.length > 0 ? [{ call: file.call + local, base, things, isClosing }] : []
    })
    if (asked.length === 0) continue
    const imported = importedInto(world, file)
    for (const { call, base, things, isClosing } of asked) {
      const keeper = imported.get(base)
      if (keeper === undefined) continue
      if (isClosing) closings.push({ call, keeper })
      for (const id of things) of.set(id, (of.get(id) ?? new Set()).add(keeper))
    }
  }
  const found = { of, closings }
  known.set(world, found)
  return found
}

function thingsAt({ code, solver, tokenOf }: World, file: CodeFile, args: readonly Slot[]): number[] {
  return args.flatMap((arg) => solver.at(code.slotIn(file, arg))).filter((id) => tokenOf(id).kind === 'thing')
}

/** What a file imports of modules that nobody describes: each by its module and its name in it. */
function importedInto({ code, solver, opaque }: World, file: CodeFile): ReadonlyMap<Slot, string> {
  const { facts } = file
  const found = new Map<Slot, string>()
  for (const { slot, from, name } of facts.imports) {
    if (!solver.at(code.slotIn(file, slot)).includes(opaque)) continue
    for (const each of copiesOf(facts, [slot])) found.set(each, `${from} ${WHOLE.has(name) ? '' : name}`)
  }
  // const { orm } = require('…'), library.orm.close()
  for (const [base, property, to] of facts.loads) {
    const module = found.get(base)
    if (module?.endsWith(' ') === true)
      for (const each of copiesOf(facts, [to])) found.set(each, `${module}${property}`)
  }
  return found
}
