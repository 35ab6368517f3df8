/** Small services, as files. Each leak stands in line 3. */
const MANIFEST = { name: 'payments', type: 'module', scripts: { start: 'node src/main.js' } }

/** Nothing closes the pool, and nothing hears a signal. */
export const LEAKING = {
  'package.json': MANIFEST,
  'src/main.js': "import { pool } from './db.js'\n\nsetInterval(() => pool.query('SELECT 1'), 60_000).unref()\n",
  'src/db.js': "import { Pool } from 'pg'\n\nexport const pool = new Pool()\n",
}

/** The pool is closed on both signals, by another file than the one that opens it. */
export const CLEAN = {
  'package.json': MANIFEST,
  'src/main.js': [
    "import { pool } from './db.js'",
    '',
    'async function stop() {',
    '  const late = setTimeout(() => process.exit(1), 10_000)',
    '  try {',
    '    await pool.end()',
    '  } catch {',
    '    process.exitCode = 1',
    '  }',
    '  clearTimeout(late)',
    '  process.exit()',
    '}',
    "process.once('SIGTERM', stop)",
    "process.once('SIGINT', stop)",
    "console.log(await pool.query('SELECT 1'))",
    '',
  ].join('\n'),
  'src/db.js': LEAKING['src/db.js'],
}

/** A program of its own, which takes requests and hears no signal. */
export const SERVER = "import { createServer } from 'node:http'\n\ncreateServer().listen(8080)\n"

export const BROKEN = 'const pool = {\n'

/** A program that leaves a timer running, which is likely a fault. */
export const TICKING = [
  "import { createServer } from 'node:http'",
  '',
  "const server = createServer((_, response) => response.end('paid')).listen(8080)",
  "setInterval(() => console.log('still here'), 60_000)",
  "for (const signal of ['SIGTERM', 'SIGINT']) {",
  '  process.once(signal, () => {',
  '    setTimeout(() => process.exit(1), 10_000).unref()',
  '    server.close()',
  '  })',
  '}',
  '',
].join('\n')
