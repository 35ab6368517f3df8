export const CONFIG = `import { Invalid } from '@company/shared'

function number(name: string, standard: number): number {
  const value = process.env[name] === undefined ? standard : Number(process.env[name])
  if (!Number.isFinite(value)) throw new Invalid([name])
  return value
}

function text(name: string, standard: string): string {
  return process.env[name] ?? standard
}

export const config = {
  port: number('PORT', 8080),
  databaseUrl: text('DATABASE_URL', 'postgres://127.0.0.1/app'),
  redisUrl: text('REDIS_URL', 'redis://127.0.0.1:6379'),
  poolSize: number('POOL_SIZE', 10),
  cacheTtlMs: number('CACHE_TTL_MS', 60_000),
} as const
`

export const DB = `import { Pool, type PoolClient } from 'pg'
import { config } from './config.ts'

export const pool = new Pool({ connectionString: config.databaseUrl, max: config.poolSize })

export async function inTransaction<T>(task: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await task(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
`

export const CACHE = `import { Redis } from 'ioredis'
import { config } from './config.ts'

export const cache = new Redis(config.redisUrl, { maxRetriesPerRequest: null })

export async function cached<T>(key: string, load: () => Promise<T>): Promise<T> {
  const hit = await cache.get(key)
  if (hit !== null) return JSON.parse(hit) as T
  const value = await load()
  await cache.set(key, JSON.stringify(value), 'PX', config.cacheTtlMs)
  return value
}

export async function forget(...keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await cache.del(...keys)
}
`

export const HEALTH = `import type { Request, Response } from 'express'
import { cache } from './cache.ts'
import { pool } from './db.ts'

export async function health(_request: Request, response: Response): Promise<void> {
  const checks = await Promise.allSettled([pool.query('SELECT 1'), cache.ping()])
  const healthy = checks.every(({ status }) => status === 'fulfilled')
  response.status(healthy ? 200 : 503).json({ healthy })
}
`

export const MIDDLEWARE = `import { isHttpError, logger } from '@company/shared'
import type { NextFunction, Request, Response } from 'express'

export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const start = performance.now()
  response.on('finish', () => {
    const ms = Math.round(performance.now() - start)
    logger.info('request', { method: request.method, path: request.path, status: response.statusCode, ms })
  })
  next()
}

export function onError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error)
  if (isHttpError(error)) {
    response.status(error.status).json({ error: error.message })
    return
  }
  logger.error('unexpected', { error: error instanceof Error ? error.stack : String(error) })
  response.status(500).json({ error: 'internal error' })
}
`

export const MONEY = `const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 }

export interface Money {
  readonly amount: number
  readonly currency: string
}

export function add(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw new RangeError('two currencies: ' + one.currency + ', ' + other.currency)
  return { amount: one.amount + other.amount, currency: one.currency }
}

export function share(whole: Money, parts: number): readonly Money[] {
  const each = Math.floor(whole.amount / parts)
  const rest = whole.amount - each * parts
  return Array.from({ length: parts }, (_, index) => ({ ...whole, amount: each + (index < rest ? 1 : 0) }))
}

export function format({ amount, currency }: Money, locale = 'en'): string {
  const digits = DIGITS[currency] ?? 2
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digits)
}
`

export const DATES = `export const DAY_MS = 86_400_000

export function startOfDay(date: Date): Date {
  const day = new Date(date)
  day.setUTCHours(0, 0, 0, 0)
  return day
}

export function daysBetween(from: Date, to: Date): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS)
}

export function* daysOf(from: Date, to: Date): Generator<Date> {
  for (let at = startOfDay(from); at <= to; at = new Date(at.getTime() + DAY_MS)) yield at
}
`
