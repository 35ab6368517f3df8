import type { Use } from '../graph/described.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { MemberCall, World } from '../graph/world.ts'
import { readWritten, sayingOf } from '../graph/written.ts'
import { indexUses } from './index-of-uses.ts'
import { typeOf } from './registrations.ts'

/** The calls in which what was acquired is used in some way, as the catalogue writes it: `.end()`, `clearInterval(it)`. */
export type FindUses = (acquisition: Acquisition, text: string) => readonly number[]

export function findUses(world: World): FindUses {
  const { code, described } = world
  const index = indexUses(world)

  return (acquisition, text) => {
    const { transaction, line, token, call: acquired } = acquisition
    const use = described.useOf(transaction ?? line, text)
    if (transaction && transaction.returns === undefined) return onReceiver(acquisition, use)
    if (use.isMethod && use.takesIt) return index.callsNamed(use.path).filter((call) => isGiven(acquisition, call))
    if (use.isMethod || use.path === '') return onItself(acquisition, use).map(toCall)
    if (use.type !== undefined) return onOwner(acquisition, use)
    if (use.path === 'for') return index.isIterated(token) ? [acquired] : []
    const isDefault = described.modules.get(use.of)?.defaultName === use.path
    return [...index.externalsOf(use.of, use.path), ...(isDefault ? index.externalsOf(use.of, '') : [])]
      .filter(({ call, args }) => !use.takesIt || isGiven(acquisition, call, args))
      .map(toCall)
  }

  /** What is called on it, or on what may be it. */
  function onItself({ token, type, line, call }: Acquisition, use: Use): readonly MemberCall[] {
    const own = [token, index.anyOf(type)].flatMap(index.membersOf)
    // enableDestroy(server) gives the server itself a `destroy()`.
    const isWrapping = line.takes === true && line.opens !== undefined && typeOf(world, token)?.given.includes(line)
    const given = isWrapping === true ? [...index.thingsGiven(call, undefined, 0)] : []
    const lacking = given.filter((thing) => typeOf(world, thing)?.releases.has(use.path) !== true)
    return [...own, ...lacking.flatMap(index.membersOf)].filter(isUse(use))
  }

  /** What is called on something else, which it came from or which is given it. */
  function onOwner({ call: acquired, line, token, type }: Acquisition, use: Use): readonly number[] {
    const isMethod = readWritten(line.acquire).type !== undefined
    const from = isMethod
      ? index.receiversOf(acquired).filter(({ thing }) => typeOf(world, thing)?.name === use.of)
      : []
    const isFrom = (thing: number): boolean =>
      from.length === 0 || from.some((each) => each.thing === thing || isAny(each.thing) || isAny(thing))
    const found = index
      .methodsOf(use.of, use.path)
      .filter(({ call, thing }) => (use.takesIt ? isGiven({ token, type }, call) : isFrom(thing)))
      .map(toCall)
    if (!use.path.includes('.') || use.takesIt) return found
    // fastify.piscina.destroy(), in a plugin that a loader calls
    const last = use.path.slice(use.path.lastIndexOf('.') + 1)
    const unknown = index.callsNamed(last).filter((call) => code.callAt(call).text.endsWith(`.${use.path}`))
    return [...new Set([...found, ...unknown])]
  }

  /** A transaction that is ended on what it was begun on. */
  function onReceiver({ call }: Acquisition, use: Use): readonly number[] {
    return index.receiversOf(call).flatMap(({ thing, name }) => {
      const path = name.slice(0, name.lastIndexOf('.') + 1) + use.path
      const type = typeOf(world, thing)?.name ?? ''
      const same = isAny(thing) ? index.methodsOf(type, path) : [thing, index.anyOf(type)].flatMap(index.membersOf)
      return same.filter(isUse({ ...use, path })).map(toCall)
    })
  }

  function isUse({ path, literal }: Use): (member: MemberCall) => boolean {
    const says = literal === undefined ? undefined : sayingOf(literal)
    return ({ call, name }) => name === path && (says?.(code.callAt(call).literals[0]) ?? true)
  }

  function isGiven({ token, type }: Pick<Acquisition, 'token' | 'type'>, call: number, args?: readonly number[]) {
    const things = index.thingsGiven(call, args)
    return things.has(token) || things.has(index.anyOf(type))
  }

  function isAny(thing: number): boolean {
    const token = world.tokenOf(thing)
    return token.kind === 'thing' && token.acquisition === -1
  }
}

const toCall = ({ call }: { readonly call: number }): number => call
