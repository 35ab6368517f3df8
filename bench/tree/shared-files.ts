import type { Files } from './index.ts'

export function sharedFiles(): Files {
  return { 'index.ts': INDEX, 'logger.ts': LOGGER, 'errors.ts': ERRORS, 'retry.ts': RETRY, 'pages.ts': PAGES }
}

const INDEX = `export { logger, type Fields } from './logger.ts'
export { HttpError, NotFound, Conflict, Invalid, isHttpError } from './errors.ts'
export { retry, type RetryOptions } from './retry.ts'
export { readPage, type Page, type PageRequest } from './pages.ts'
`

const LOGGER = `import { hostname } from 'node:os'

export type Fields = Readonly<Record<string, unknown>>

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof LEVELS)[number]

function write(level: Level, message: string, fields: Fields = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf((process.env.LOG_LEVEL as Level | undefined) ?? 'info')) return
  const line = { level, message, time: new Date().toISOString(), host: hostname(), ...fields }
  process.stdout.write(JSON.stringify(line) + '\\n')
}

export const logger = {
  debug: (message: string, fields?: Fields) => write('debug', message, fields),
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
}
`

const ERRORS = `export class HttpError extends Error {
  readonly status: number
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

export class NotFound extends HttpError {
  constructor(what: string, id: string) {
    super(404, what + ' ' + id + ' does not exist')
  }
}

export class Conflict extends HttpError {
  constructor(message: string) {
    super(409, message)
  }
}

export class Invalid extends HttpError {
  readonly fields: readonly string[]
  constructor(fields: readonly string[]) {
    super(422, 'invalid: ' + fields.join(', '))
    this.fields = fields
  }
}

export function isHttpError(error: unknown): error is HttpError {
  return error instanceof HttpError
}
`

const RETRY = `import { setTimeout as sleep } from 'node:timers/promises'

export interface RetryOptions {
  readonly times: number
  readonly waitMs: number
  readonly isFinal?: (error: unknown) => boolean
}

export async function retry<T>(task: () => Promise<T>, { times, waitMs, isFinal }: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task()
    } catch (error) {
      if (attempt >= times || isFinal?.(error) === true) throw error
      await sleep(waitMs * 2 ** (attempt - 1))
    }
  }
}
`

const PAGES = `import { Invalid } from './errors.ts'

export interface PageRequest {
  readonly limit: number
  readonly offset: number
  readonly order: 'asc' | 'desc'
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: number | undefined
}

export function readPage(query: Readonly<Record<string, unknown>>): PageRequest {
  const limit = Number(query.limit ?? 20)
  const offset = Number(query.offset ?? 0)
  const wrong = [
    ...(Number.isInteger(limit) && limit > 0 && limit <= 100 ? [] : ['limit']),
    ...(Number.isInteger(offset) && offset >= 0 ? [] : ['offset']),
  ]
  if (wrong.length > 0) throw new Invalid(wrong)
  return { limit, offset, order: query.order === 'desc' ? 'desc' : 'asc' }
}
`
