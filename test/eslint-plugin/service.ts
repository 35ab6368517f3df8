/** Programs with one fault each, and what is found in them. */

const HEAD = `import { createServer } from 'node:http'
import { pool } from './db.js'

const server = createServer((request, response) => {
  pool.query('SELECT 1').then(() => response.end())
})
server.listen(3000)

async function stop() {
  setTimeout(() => process.exit(1), 10000).unref()
  try {
    await new Promise((resolve) => server.close(resolve))`

const TAIL = `    process.exit(0)
  } catch {
    process.exit(1)
  }
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
`

/** A service of two files whose pool is never ended: it is found in `db.js`, because of `main.js`. */
export const LEAKING = {
  'package.json': { name: 'payments', type: 'module', main: 'src/main.js' },
  'src/db.js': `import pg from 'pg'\n\nexport const pool = new pg.Pool()\n`,
  'src/main.js': `${HEAD}\n${TAIL}`,
}

/** The same, mended in `main.js`. */
export const MENDED_MAIN = `${HEAD}\n    await pool.end()\n${TAIL}`

/** What is found in `db.js` of the leaking service. */
export const LEAK = {
  ruleId: 'graceful-service/require-cleanup',
  message: '`new pg.Pool()` stays open on SIGTERM: call `.end()` once running work has drained.',
  line: 3,
  column: 21,
  endLine: 3,
  endColumn: 34,
}
