export const MODEL = `import type { Money } from '../money.ts'

export const THING_STATES = ['draft', 'open', 'closed', 'cancelled'] as const
export type ThingState = (typeof THING_STATES)[number]

export interface Thing {
  readonly id: string
  readonly owner: string
  readonly state: ThingState
  readonly total: Money
  readonly lines: readonly ThingLine[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface ThingLine {
  readonly position: number
  readonly text: string
  readonly quantity: number
  readonly price: Money
}

const NEXT: Readonly<Record<ThingState, readonly ThingState[]>> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
}

export function canBecome(thing: Thing, state: ThingState): boolean {
  return NEXT[thing.state].includes(state)
}

export function isOverdue(thing: Thing, now: Date, days: number): boolean {
  if (thing.state !== 'open') return false
  return now.getTime() - thing.createdAt.getTime() > days * 86_400_000
}

export function compareThings(one: Thing, other: Thing): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || one.id.localeCompare(other.id)
}
`

export const SCHEMA = `import { Invalid } from '@company/shared'
import { THING_STATES, type ThingLine, type ThingState } from './model.ts'

export interface NewThing {
  readonly owner: string
  readonly lines: readonly ThingLine[]
}

export interface ThingChange {
  readonly state?: ThingState
  readonly lines?: readonly ThingLine[]
}

export function readNewThing(body: unknown): NewThing {
  const { owner, lines } = toRecord(body)
  const wrong: string[] = []
  if (typeof owner !== 'string' || owner.trim() === '') wrong.push('owner')
  const read = readLines(lines, wrong)
  if (wrong.length > 0) throw new Invalid(wrong)
  return { owner: String(owner), lines: read }
}

export function readThingChange(body: unknown): ThingChange {
  const { state, lines } = toRecord(body)
  const wrong: string[] = []
  const known = THING_STATES.find((each) => each === state)
  if (state !== undefined && known === undefined) wrong.push('state')
  const read = lines === undefined ? undefined : readLines(lines, wrong)
  if (wrong.length > 0) throw new Invalid(wrong)
  return { ...(known && { state: known }), ...(read && { lines: read }) }
}

function readLines(value: unknown, wrong: string[]): readonly ThingLine[] {
  if (!Array.isArray(value)) {
    wrong.push('lines')
    return []
  }
  return value.map((line, index) => {
    const { text, quantity, amount, currency } = toRecord(line)
    if (typeof text !== 'string') wrong.push('lines.' + index + '.text')
    if (!Number.isInteger(quantity) || Number(quantity) < 1) wrong.push('lines.' + index + '.quantity')
    if (!Number.isInteger(amount)) wrong.push('lines.' + index + '.amount')
    const price = { amount: Number(amount), currency: String(currency ?? 'EUR') }
    return { position: index + 1, text: String(text), quantity: Number(quantity), price }
  })
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
`

export const REPOSITORY = `import type { Page, PageRequest } from '@company/shared'
import { inTransaction, pool } from '../db.ts'
import type { Thing, ThingLine, ThingState } from './model.ts'

interface Row {
  readonly id: string
  readonly owner: string
  readonly state: ThingState
  readonly amount: string
  readonly currency: string
  readonly lines: readonly ThingLine[]
  readonly created_at: Date
  readonly updated_at: Date
}

export async function findThing(id: string): Promise<Thing | undefined> {
  const { rows } = await pool.query<Row>('SELECT * FROM things WHERE id = $1', [id])
  return rows[0] && toThing(rows[0])
}

export async function listThings(owner: string, { limit, offset, order }: PageRequest): Promise<Page<Thing>> {
  const direction = order === 'desc' ? 'DESC' : 'ASC'
  const [page, count] = await Promise.all([
    pool.query<Row>(
      'SELECT * FROM things WHERE owner = $1 ORDER BY created_at ' + direction + ' LIMIT $2 OFFSET $3',
      [owner, limit, offset],
    ),
    pool.query<{ total: string }>('SELECT count(*) AS total FROM things WHERE owner = $1', [owner]),
  ])
  const total = Number(count.rows[0]?.total ?? 0)
  const end = offset + page.rows.length
  return { items: page.rows.map(toThing), total, next: end < total ? end : undefined }
}

export async function insertThing(thing: Thing): Promise<void> {
  await inTransaction(async (client) => {
    await client.query('INSERT INTO things (id, owner, state, amount, currency) VALUES ($1, $2, $3, $4, $5)', [
      thing.id,
      thing.owner,
      thing.state,
      thing.total.amount,
      thing.total.currency,
    ])
    for (const line of thing.lines) {
      await client.query('INSERT INTO thing_lines (thing, position, line) VALUES ($1, $2, $3)', [
        thing.id,
        line.position,
        JSON.stringify(line),
      ])
    }
  })
}

export async function updateThing(thing: Thing): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE things SET state = $2, amount = $3, updated_at = now() WHERE id = $1 AND updated_at = $4',
    [thing.id, thing.state, thing.total.amount, thing.updatedAt],
  )
  return rowCount === 1
}

function toThing({ id, owner, state, amount, currency, lines, created_at, updated_at }: Row): Thing {
  const total = { amount: Number(amount), currency }
  return { id, owner, state, total, lines, createdAt: created_at, updatedAt: updated_at }
}
`
