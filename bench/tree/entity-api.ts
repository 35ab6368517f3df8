export const SERVICE = `import { randomUUID } from 'node:crypto'
import { Conflict, logger, NotFound, retry, type Page, type PageRequest } from '@company/shared'
import { cached, forget } from '../cache.ts'
import { add, type Money } from '../money.ts'
import { canBecome, type Thing, type ThingLine } from './model.ts'
import { findThing, insertThing, listThings, updateThing } from './repository.ts'
import type { NewThing, ThingChange } from './schema.ts'

export async function createThing({ owner, lines }: NewThing): Promise<Thing> {
  const now = new Date()
  const thing: Thing = {
    id: randomUUID(),
    owner,
    state: 'draft',
    total: totalOf(lines),
    lines,
    createdAt: now,
    updatedAt: now,
  }
  await insertThing(thing)
  logger.info('thing created', { id: thing.id, owner })
  return thing
}

export async function getThing(id: string): Promise<Thing> {
  const thing = await cached('thing:' + id, () => findThing(id))
  if (!thing) throw new NotFound('thing', id)
  return thing
}

export function pageOfThings(owner: string, page: PageRequest): Promise<Page<Thing>> {
  return listThings(owner, page)
}

export async function changeThing(id: string, { state, lines }: ThingChange): Promise<Thing> {
  const changed = await retry(
    async () => {
      const thing = await findThing(id)
      if (!thing) throw new NotFound('thing', id)
      if (state && !canBecome(thing, state)) throw new Conflict('a ' + thing.state + ' thing can not be ' + state)
      const next = { ...thing, state: state ?? thing.state, lines: lines ?? thing.lines }
      const priced = { ...next, total: totalOf(next.lines) }
      if (!(await updateThing(priced))) throw new Error('changed in the meantime')
      return priced
    },
    { times: 3, waitMs: 20, isFinal: (error) => error instanceof NotFound || error instanceof Conflict },
  )
  await forget('thing:' + id)
  return changed
}

export async function indexThing(id: string): Promise<void> {
  const { owner, lines } = await getThing(id)
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().split(/\\W+/)))
  logger.debug('thing indexed', { id, owner, words: words.size })
}

function totalOf(lines: readonly ThingLine[]): Money {
  let total: Money = { amount: 0, currency: lines[0]?.price.currency ?? 'EUR' }
  for (const { price, quantity } of lines) total = add(total, { ...price, amount: price.amount * quantity })
  return total
}
`

export const CONTROLLER = `import { readPage } from '@company/shared'
import type { Request, Response } from 'express'
import { format } from '../money.ts'
import type { Thing } from './model.ts'
import { readNewThing, readThingChange } from './schema.ts'
import { changeThing, createThing, getThing, pageOfThings } from './service.ts'

export async function postThing(request: Request, response: Response): Promise<void> {
  const thing = await createThing(readNewThing(request.body))
  response.status(201).location('/things/' + thing.id).json(toView(thing))
}

export async function showThing(request: Request, response: Response): Promise<void> {
  response.json(toView(await getThing(String(request.params.id))))
}

export async function indexThings(request: Request, response: Response): Promise<void> {
  const { items, total, next } = await pageOfThings(String(request.query.owner), readPage(request.query))
  response.json({ items: items.map(toView), total, next })
}

export async function patchThing(request: Request, response: Response): Promise<void> {
  response.json(toView(await changeThing(String(request.params.id), readThingChange(request.body))))
}

function toView({ id, owner, state, total, lines, createdAt }: Thing): object {
  return { id, owner, state, total: format(total), lines: lines.length, createdAt: createdAt.toISOString() }
}
`

export const ROUTES = `import { Router, type NextFunction, type Request, type Response } from 'express'
import { indexThings, patchThing, postThing, showThing } from './controller.ts'

type Handler = (request: Request, response: Response) => Promise<void>

export function thingRoutes(): Router {
  const router = Router()
  router.get('/', caught(indexThings))
  router.post('/', caught(postThing))
  router.get('/:id', caught(showThing))
  router.patch('/:id', caught(patchThing))
  return router
}

function caught(handler: Handler) {
  return (request: Request, response: Response, next: NextFunction): void => {
    handler(request, response).catch(next)
  }
}
`
