import type { World } from '../graph/world.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from './callers.ts'
import type { Program } from './programs.ts'
import { referredClasses } from './referred-classes.ts'

interface Holder {
  /** Its token. */
  readonly object: number
  readonly name: string
}

const known = new WeakMap<Inquiry, ReadonlyMap<number, readonly Holder[]>>()

/**
 * Whether a program may run a function of one of its files. Not one of a class that nobody makes or mentions, and not
 * one that stands in a table under a name for which only other programs ask: `{ name: 'settle', run() {} }`.
 */
export function mayRun(inquiry: Inquiry, program: Program, fn: number): boolean {
  const { world } = inquiry
  const { code } = world
  const outer = outermost(world, fn)
  const { cls, parent } = code.functionAt(outer)
  if (parent === -1) return true
  const file = code.fileOfFunction(outer)
  if (cls !== -1) return referredClasses(world).has(file.cls + cls) || isNamedElsewhere(inquiry, file.cls + cls)
  // What flows to a call tells more than names do.
  const callers = callersIn(world)
  if (callers.of(outer).length > 0 || callers.isHandedOut(outer)) return true
  const holders = holdersOf(inquiry).get(outer)
  if (holders === undefined) return true
  const asks = ({ files }: Program): boolean => [...files].some((each) => asksFor(inquiry, each, holders))
  // Where none does, something outside may: a framework that loads a folder.
  return asks(program) || !inquiry.programsWith(file.file).some(asks)
}

/** The function of a module, or of a class, in which a function is written. */
function outermost({ code }: World, fn: number): number {
  const file = code.fileOfFunction(fn)
  let at = fn - file.fn
  for (let { parent } = code.functionAt(fn); parent > 0; { parent } = code.functionAt(file.fn + parent)) at = parent
  return file.fn + at
}

/** Whether files that did not seem worth reading speak of a class, or its file is loaded by other means than imports. */
function isNamedElsewhere({ world, textOf, importersOf, unread }: Inquiry, cls: number): boolean {
  const { file, facts } = world.code.fileOfClass(cls)
  const { name } = world.code.classAt(cls)
  const importers = importersOf(file)
  if (importers.length === 0 || name === '') return true
  // import Ledger from './pool-of-payments.ts'
  const isUnnamed =
    facts.isCommonJs ||
    world.solver.fieldsOf(world.solver.token(`module ${file}`, () => ({ kind: 'namespace' })))?.has('default') === true
  if (isUnnamed && importers.some((each) => !world.code.byFile.has(each))) return true
  // new Ledger(), extends Ledger, resolve(Ledger), [Ledger]: to be named as a type alone is not enough.
  const uses = new RegExp(`(?:\\bnew\\s+|\\bextends\\s+|[([,]\\s*)${name.replaceAll('$', '\\$')}\\s*[^\\s}|:]`)
  return unread().some((each) => uses.test(textOf(each)))
}

/** What holds each function under which name; nothing of those that are exported, which are asked for by other means. */
function holdersOf(inquiry: Inquiry): ReadonlyMap<number, readonly Holder[]> {
  const before = known.get(inquiry)
  if (before) return before
  const { solver, tokenOf } = inquiry.world
  const found = new Map<number, Holder[]>()
  const exported = new Set<number>()
  for (let object = 0; object < solver.tokens.length; object++) {
    const isExports = solver.tokens[object]?.kind === 'namespace'
    for (const [name, slot] of solver.fieldsOf(object) ?? [])
      for (const held of solver.at(slot)) {
        const token = tokenOf(held)
        if (token.kind !== 'function') continue
        if (isExports || !/^[a-z_$][\w$]*$/i.test(name)) exported.add(token.fn)
        const holders = found.get(token.fn)
        if (holders) holders.push({ object, name })
        else found.set(token.fn, [{ object, name }])
      }
  }
  for (const fn of exported) found.delete(fn)
  known.set(inquiry, found)
  return found
}

function asksFor({ world, textOf }: Inquiry, name: string, holders: readonly Holder[]): boolean {
  const file = world.code.byFile.get(name)
  if (!file) return holders.some((holder) => textOf(name).includes(`.${holder.name}`))
  return file.facts.loads.some(([base, property]) => {
    const isEach = property === '*' || property === '[]'
    if (!isEach && !holders.some((holder) => holder.name === property)) return false
    const held = world.solver.at(world.code.slotIn(file, base))
    return held.length === 0
      ? !isEach
      : held.some((id) => holders.some(({ object }) => object === id) || (!isEach && world.isUnknown(id)))
  })
}
