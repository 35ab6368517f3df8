import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startClients } from '../rolling/clients.ts'
import { readTemplates } from '../../generators/templates.ts'
import { createSqlite, sumUp } from '../databases.ts'
import { findFreePorts } from '../rolling/free-ports.ts'
import { scaffold } from '../scaffold.ts'
import { startPm2 } from './pm2.ts'

const CLIENTS = 20
const RELOADS = 3
const WORKERS = 2

test.each(readTemplates().frameworks.map(({ id }) => id))(
  'PM2 reloads the workers of %s under load without losing a payment',
  async (framework) => {
    const folder = scaffold({ framework, resources: ['sqlite'], deploy: ['pm2'] })
    const ecosystem = join(folder, 'ecosystem.config.cjs')
    const database = await createSqlite()
    onTestFinished(() => database.drop())
    const [port = 0] = await findFreePorts(1)
    const pm2 = await startPm2({ ...database.env, PORT: String(port) })

    await pm2.run('start', ecosystem)
    const clients = startClients(port, CLIENTS)
    for (let reload = 0; reload < RELOADS; reload++) {
      await clients.moreAnswers(100)
      await pm2.run('reload', ecosystem)
    }
    await clients.moreAnswers(100)
    await clients.stop()
    await pm2.run('stop', 'all')
    const { payments, balances } = await database.read()
    const { answered, failures } = clients

    console.info(`PM2 and ${framework}: ${answered.size} payments answered, ${failures.length} failed`)
    const logs = Object.values(await pm2.logs())
    const endings = logs.flat().filter(({ step }) => step === 'stopped')
    expect(endings.filter(({ exitCode }) => exitCode !== 0)).toEqual([]) // it names what went wrong
    // What PM2 has to kill after kill_timeout, it reports by another signal.
    const exits = Array.from({ length: WORKERS * (RELOADS + 1) }, () => 'code [0] via signal [SIGINT]')
    expect({ failures: failures.slice(0, 5), exits: await pm2.exits() }).toEqual({ failures: [], exits })
    expect(payments).toEqual(answered)
    expect(balances).toEqual(sumUp(answered))

    expect(logs).toHaveLength(WORKERS)
    for (const lines of logs) {
      const stopped = lines.filter(({ step }) => step === 'stopped')
      expect(lines.filter(({ step }) => step === 'signal')).toHaveLength(RELOADS + 1)
      expect(stopped).toHaveLength(RELOADS + 1)
      for (const line of stopped) expect(line).toMatchObject({ exitCode: 0, failures: [] })
    }
  },
)

test('a worker that ends with 1 has told PM2 why', async () => {
  const folder = scaffold({ resources: ['sqlite'], deploy: ['pm2'] })
  const pm2 = await startPm2({ SQLITE_PATH: join(folder, 'package.json', 'payments.sqlite'), PORT: '0' })
  await pm2.run('start', join(folder, 'ecosystem.config.cjs'))
  // PM2 starts them again and again; one that is stopped while it starts has not failed.
  await expect.poll(pm2.exits, { timeout: 20_000 }).toContain('code [1] via signal [SIGINT]')
  await pm2.run('stop', 'all')

  const lines = Object.values(await pm2.logs()).flat()
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'start failed' }))
  expect(lines).toContainEqual(expect.objectContaining({ step: 'stopped', exitCode: 1, failures: ['start failed'] }))
})
