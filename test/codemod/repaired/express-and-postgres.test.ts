import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { fix } from '../../../codemod/index.ts'
import { databases } from '../../databases.ts'
import { writeTree } from '../../project/written-tree.ts'
import { heard } from './heard.ts'

const LIMIT_MS = 120_000
const INSTALLED = resolve(import.meta.dirname, '../../../node_modules')
const postgres = databases.find(({ id }) => id === 'postgres')

/** The layout of many services: the pool in a file of its own, the routes in another, and `listen` at the end. */
const SERVICE = {
  'package.json': { name: 'bookings', main: 'server.js' },
  'app/db.js': [
    'const { Pool } = require("pg");',
    '',
    'const pool = new Pool({',
    '  connectionString: process.env.POSTGRES_URL',
    '});',
    '',
    'module.exports = pool;',
    '',
  ].join('\n'),
  'app/routes.js': [
    'const pool = require("./db.js");',
    '',
    'module.exports = (app) => {',
    '  app.post("/bookings/:seat", (req, res) => {',
    '    pool',
    '      .query("INSERT INTO bookings (seat) VALUES ($1)", [req.params.seat])',
    '      .then(() => res.status(201).send({ seat: req.params.seat }))',
    '      .catch((err) => res.status(500).send({ message: err.message }));',
    '  });',
    '};',
    '',
  ].join('\n'),
  'server.js': [
    'const express = require("express");',
    '',
    'const app = express();',
    'require("./app/routes.js")(app);',
    '',
    'const listener = app.listen(0, "127.0.0.1", () => {',
    '  console.log(`port ${listener.address().port}`);',
    '});',
    '',
  ].join('\n'),
}

describe.skipIf(postgres?.unreachable !== undefined)(
  `an Express service in CommonJS with a pool, while a booking waits for the database (${postgres?.unreachable ?? 'PostgreSQL runs'})`,
  { timeout: LIMIT_MS },
  () => {
    test('cuts it off before the repair', async () => {
      const { answer, code, signal } = await stopWhileBooking(installedTree())
      expect({ answer, code, signal }).toEqual({ answer: 'cut', code: null, signal: 'SIGTERM' })
    })

    test('answers it after the repair, releases the pool after the server, and ends with 0', async () => {
      const root = installedTree()
      const { outcomes } = await fix({ cwd: root, write: true })
      expect(outcomes.map(({ is }) => is)).toEqual(['fixed', 'fixed'])
      const { answer, code, signal, output } = await stopWhileBooking(root)
      expect({ answer, code, signal }).toEqual({ answer: '{"seat":"12A"}', code: 0, signal: null })
      expect([...output.matchAll(/"step":"released".*?"name":"(\w+)"/g)].map(([, name]) => name)).toEqual([
        'http',
        'pool',
      ])
    })
  },
)

function installedTree(): string {
  const root = writeTree(SERVICE)
  symlinkSync(INSTALLED, join(root, 'node_modules'))
  return root
}

/** The table is locked until the signal has been sent: the service's own query is what the client waits for. */
async function stopWhileBooking(root: string) {
  const database = await postgres?.create()
  if (!database) throw new Error('There is no PostgreSQL')
  const locker = new Client({ connectionString: database.env.POSTGRES_URL ?? '' })
  await locker.connect()
  try {
    await locker.query('CREATE TABLE bookings (seat text)')
    const child = spawn(process.execPath, ['server.js'], {
      cwd: root,
      env: { ...process.env, ...database.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exit = once(child, 'close')
    const output = heard(child.stdout)
    const [, port = ''] = await output.said(/port (\d+)/)
    await locker.query('BEGIN; LOCK TABLE bookings')
    const answer = fetch(`http://127.0.0.1:${port}/bookings/12A`, { method: 'POST' }).then(
      (response) => response.text(),
      () => 'cut',
    )
    await someoneWaits(locker)
    child.kill()
    // Unrepaired it is gone by now, and with it whoever could have answered.
    await Promise.race([exit, output.said(/"step":"draining"/)])
    await locker.query('COMMIT')
    const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null]
    return { answer: await answer, code, signal, output: output.text() }
  } finally {
    await locker.end()
    await database.drop()
  }
}

async function someoneWaits(locker: Client): Promise<void> {
  for (;;) {
    const { rowCount } = await locker.query('SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass', [
      'bookings',
    ])
    if (rowCount !== 0) return
  }
}
