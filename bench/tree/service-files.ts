import type { Files } from './index.ts'
import { CACHE, CONFIG, DATES, DB, HEALTH, MIDDLEWARE, MONEY } from './service-modules.ts'

/** What a service has once: the ways in which these ones stop differ, as they do between teams. */
export function serviceFiles(index: number, entities: readonly string[]): Files {
  return {
    'main.ts': main(index),
    'app.ts': app(entities),
    'config.ts': CONFIG,
    'db.ts': DB,
    'cache.ts': CACHE,
    'queue.ts': queue(entities[0] ?? ''),
    'jobs.ts': jobs(index),
    'health.ts': HEALTH,
    'middleware.ts': MIDDLEWARE,
    'money.ts': MONEY,
    'dates.ts': DATES,
  }
}

function main(index: number): string {
  return `import { logger } from '@company/shared'
import { createApp } from './app.ts'
import { cache } from './cache.ts'
import { config } from './config.ts'
import { pool } from './db.ts'
import { startJobs, stopJobs } from './jobs.ts'
import { closeQueue } from './queue.ts'

const server = createApp().listen(config.port, () => logger.info('listening', { port: config.port }))
startJobs()
${STOPS[index % STOPS.length] ?? ''}`
}

const STOPS = [
  // All there is.
  `
let stopping = false

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return
  stopping = true
  logger.info('stopping', { signal })
  const late = setTimeout(() => process.exit(1), 30_000)
  stopJobs()
  await new Promise((done) => server.close(done))
  await closeQueue()
  await cache.quit()
  await pool.end()
  clearTimeout(late)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop(signal).catch((error: unknown) => {
      logger.error('stop failed', { error: String(error) })
      process.exit(1)
    })
  })
}
`,
  // The server alone, and one signal of two.
  `
process.on('SIGTERM', () => {
  stopJobs()
  server.close(() => process.exit(0))
})
`,
  // All at once.
  `
process.once('SIGTERM', async () => {
  stopJobs()
  await Promise.all([new Promise((done) => server.close(done)), closeQueue(), cache.quit(), pool.end()])
  process.exit(0)
})
`,
  // Nothing.
  '',
]

function app(entities: readonly string[]): string {
  const imports = entities.map((entity) => `import { ${entity}Routes } from './${entity}/routes.ts'`)
  const uses = entities.map((entity) => `  app.use('/${entity}s', ${entity}Routes())`)
  return `import express, { type Express } from 'express'
${imports.join('\n')}
import { health } from './health.ts'
import { onError, requestLog } from './middleware.ts'

export function createApp(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json({ limit: '1mb' }))
  app.use(requestLog)
  app.get('/health', health)
${uses.join('\n')}
  app.use(onError)
  return app
}
`
}

function queue(entity: string): string {
  return `import { logger } from '@company/shared'
import { Queue, Worker } from 'bullmq'
import { config } from './config.ts'
import { index${pascal(entity)} } from './${entity}/service.ts'

const connection = { url: config.redisUrl }

export const changes = new Queue('${entity}-changes', { connection })

const worker = new Worker(
  '${entity}-changes',
  async (job) => {
    logger.debug('job', { id: job.id, name: job.name })
    await index${pascal(entity)}(String(job.data.id))
  },
  { connection, concurrency: 4 },
)

export async function closeQueue(): Promise<void> {
  await worker.close()
  await changes.close()
}
`
}

function jobs(index: number): string {
  return `import { logger } from '@company/shared'
import { cache } from './cache.ts'
import { pool } from './db.ts'

const EVERY_MS = ${10 + (index % 7)} * 60_000

let timer: NodeJS.Timeout | undefined

export function startJobs(): void {
  timer = setInterval(() => {
    cleanUp().catch((error: unknown) => logger.error('clean-up failed', { error: String(error) }))
  }, EVERY_MS)
}

export function stopJobs(): void {
  clearInterval(timer)
}

async function cleanUp(): Promise<void> {
  const { rowCount } = await pool.query('DELETE FROM sessions WHERE expires_at < now()')
  logger.info('sessions removed', { count: rowCount ?? 0 })
  await cache.del('sessions:count')
}
`
}

function pascal(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
