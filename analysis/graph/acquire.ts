import type { Line, Resource, Transaction } from '../../catalogue/index.ts'
import type { Site } from './invoke.ts'
import { isResource, isTransaction, isWrapper, listOf } from './lines.ts'
import type { World } from './world.ts'
import { literalIn, sayingOf } from './written.ts'

/** Acquires what a call does by these lines: of those that fit the first. Gives the line, if there is one. */
export function acquireBy(world: World, site: Site, lines: readonly Line[]): Resource | undefined {
  const { described } = world
  const line =
    fitting(
      world,
      site,
      lines.filter(isResource).filter(({ via }) => via === undefined),
    ) ?? lines.filter(isWrapper).flatMap((each) => described.wrapped(each) ?? [])[0]
  if (line) acquire(world, site, line, described.typeOf(line))
  const transaction = lines.filter(isTransaction).find((each) => isSaid(world, site, each))
  if (transaction) begin(world, site, transaction)
  return line ?? (transaction?.returns === undefined ? undefined : described.held(transaction))
}

/** Acquires what is handed over to be called: `app.register(fastifyPostgres, options)`. */
export function acquireVia(world: World, site: Site, lines: readonly Line[], method: string): void {
  const line = fitting(
    world,
    site,
    lines.filter(isResource).filter(({ via }) => via?.endsWith(`#${method}()`)),
  )
  if (line) acquire(world, { ...site, result: 0 }, line, world.described.typeOf(line))
}

/** What the project itself says must be called: `@mustCall`, and `Symbol.asyncDispose`. */
export function acquireDeclared(world: World, site: Site, methods: readonly string[], type: string): void {
  const { text } = world.code.callAt(site.call)
  const line: Resource = { acquire: `${text}()`, kind: 'client', release: methods.map((each) => `.${each}()` as const) }
  acquire(world, site, line, type)
}

function fitting(world: World, { call, args }: Site, lines: readonly Resource[]): Resource | undefined {
  const { keys } = world.code.callAt(call)
  const isGiven = (wanted: Resource['when']): boolean => listOf(wanted).some((key) => keys.includes(key))
  const allowed = lines.filter(({ unless }) => !isGiven(unless))
  const certain = allowed.find(({ when }) => when === undefined || isGiven(when))
  // Options that stand in a variable are looked at when all is known.
  return certain ?? (args.some((arg) => arg !== 0) ? allowed[0] : undefined)
}

function acquire(world: World, site: Site, line: Resource, type: string, transaction?: Transaction): void {
  const { solver, acquisitions } = world
  const id = acquisitions.length
  const token = solver.token(`t${site.call} ${transaction ? 'transaction' : type}`, () => ({
    kind: 'thing',
    type,
    acquisition: id,
  }))
  const made = solver.tokens[token]
  if (made?.kind === 'thing' && made.acquisition === id)
    acquisitions.push({ id, token, line, type, call: site.call, ...(transaction && { transaction }) })
  solver.hold(site.result, token)
}

/** A transaction is ended on what it gives, or else on what it was begun on. */
function begin(world: World, site: Site, line: Transaction): void {
  const { described } = world
  const resource = described.held(line)
  const result = line.returns === undefined ? 0 : site.result
  acquire(world, { ...site, result }, resource, described.typeOf(resource), line)
}

function isSaid(world: World, { call }: Site, { begin }: Transaction): boolean {
  const literal = literalIn(begin)
  return literal === undefined || sayingOf(literal)(world.code.callAt(call).literals[0])
}
