import type { RuleTester } from 'eslint'
import type { RuleName } from '../../analysis/index.ts'
import { CLOSE_SERVER, DEADLINE, GOOD, ON_BOTH, POOL, SERVER, SOCKETS, closing, payments } from './programs.ts'

/** What the suggestions write. */
const BOUND = '  setTimeout(() => process.exit(1), 30_000)\n'
const GUARD = '  if (isShuttingDown) return\n  isShuttingDown = true\n'

/** A place on one line. */
function at(line: number, column: number, endColumn: number) {
  return { line, column, endLine: line, endColumn }
}

interface Smoke {
  readonly valid: string
  readonly invalid: string
  readonly errors: RuleTester.TestCaseError[]
}

/** For each rule a program without its fault, and one with it. */
export const SMOKE: Readonly<Record<RuleName, Smoke>> = {
  'require-cleanup': {
    valid: POOL + closing(CLOSE_SERVER, 'await pool.end()'),
    invalid: POOL + closing(CLOSE_SERVER),
    errors: [{ messageId: 'missing', data: { call: 'new pg.Pool()', release: '.end()' }, ...at(2, 14, 27) }],
  },
  'require-scoped-cleanup': {
    valid: `import { open } from 'node:fs/promises'
export async function read(path) {
  const file = await open(path)
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}
`,
    invalid: `import { open } from 'node:fs/promises'
export async function read(path) {
  const file = await open(path)
  const text = await file.readFile()
  await file.close()
  return text
}
`,
    errors: [
      {
        messageId: 'leakOnError',
        data: { call: 'open()', thrower: 'file.readFile()', release: '.close()' },
        line: 3,
        column: 22,
        endLine: 3,
        endColumn: 32,
        suggestions: [
          {
            messageId: 'useAwaitUsing',
            output: `import { open } from 'node:fs/promises'
export async function read(path) {
  await using file = await open(path)
  const text = await file.readFile()
  return text
}
`,
          },
        ],
      },
    ],
  },
  'require-transaction-end': {
    valid: payments('} catch (error) {', "  await client.query('ROLLBACK')", '  throw error', '} finally {'),
    invalid: payments('} finally {'),
    errors: [
      {
        messageId: 'openTransactionOnError',
        data: { call: 'client.query()', thrower: 'client.query()' },
        line: 7,
        column: 13,
        endLine: 7,
        endColumn: 34,
        suggestions: [
          {
            messageId: 'rollBack',
            output: payments('} catch (error) {', "  await client.query('ROLLBACK')", '  throw error', '} finally {'),
          },
        ],
      },
    ],
  },
  'require-signal-handlers': {
    valid: GOOD,
    invalid: SERVER,
    errors: [
      {
        messageId: 'noSignalHandler',
        data: { call: 'server.listen()' },
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 20,
      },
    ],
  },
  'no-exit-before-drain': {
    valid: GOOD,
    invalid: `${SERVER}function stop() {\n  server.close()\n  process.exit(0)\n}\n${ON_BOTH}`,
    errors: [
      {
        messageId: 'exitBeforeCallback',
        data: { exit: 'process.exit()', release: 'server.close()' },
        line: 8,
        column: 1,
        endLine: 8,
        endColumn: 30,
        suggestions: [
          {
            messageId: 'exitInCallback',
            data: { release: 'server.close()' },
            output: `${SERVER}function stop() {\n${BOUND}  server.close(() => process.exit(0))\n}\n${ON_BOTH}`,
          },
        ],
      },
    ],
  },
  'require-exit': {
    valid: GOOD,
    invalid: `${SERVER}setInterval(() => {}, 1000)\nfunction stop() {\n  server.close()\n}\n${ON_BOTH}`,
    errors: [
      {
        messageId: 'noExit',
        data: { signal: 'SIGTERM', call: 'setInterval()' },
        line: 8,
        column: 1,
        endLine: 8,
        endColumn: 30,
      },
    ],
  },
  'cleanup-order': {
    valid: POOL + closing(CLOSE_SERVER, 'await pool.end()'),
    invalid: POOL + closing('await pool.end()', CLOSE_SERVER),
    errors: [
      {
        messageId: 'wrongOrder',
        data: { release: 'pool.end()', dependant: 'createServer()' },
        ...at(11, 11, 21),
        suggestions: [
          {
            messageId: 'closeFirst',
            data: { dependant: 'createServer()' },
            output: POOL + closing(CLOSE_SERVER, 'await pool.end()'),
          },
        ],
      },
    ],
  },
  'require-shutdown-deadline': {
    valid: GOOD,
    invalid: GOOD.replace(DEADLINE, ''),
    errors: [
      {
        messageId: 'noDeadline',
        data: { release: 'server.close()', signal: 'SIGTERM' },
        line: 7,
        column: 1,
        endLine: 7,
        endColumn: 30,
        suggestions: [{ messageId: 'addDeadline', output: GOOD.replace(DEADLINE, BOUND) }],
      },
    ],
  },
  'no-repeated-shutdown': {
    valid: GOOD,
    invalid: GOOD.replaceAll('process.once', 'process.on'),
    errors: [
      {
        messageId: 'notIdempotent',
        data: { signal: 'SIGTERM' },
        line: 8,
        column: 1,
        endLine: 8,
        endColumn: 28,
        suggestions: [
          {
            messageId: 'runOnce',
            data: { flag: 'isShuttingDown' },
            output: GOOD.replaceAll('process.once', 'process.on').replace(
              'function stop() {\n',
              (line) => `let isShuttingDown = false\n${line}${GUARD}`,
            ),
          },
        ],
      },
    ],
  },
  'no-unhandled-shutdown-rejection': {
    valid: POOL + closing(CLOSE_SERVER, 'await pool.end()'),
    invalid: `${POOL}async function stop() {\n${DEADLINE}  ${CLOSE_SERVER}\n  await pool.end()\n  process.exit(0)\n}\n${ON_BOTH}`,
    errors: [
      {
        messageId: 'unhandledRejection',
        data: { release: 'pool.end()', signal: 'SIGTERM' },
        line: 14,
        column: 1,
        endLine: 14,
        endColumn: 30,
        suggestions: [
          {
            messageId: 'addCatch',
            output: `${POOL}async function stop() {\n  try {\n  ${DEADLINE}    ${CLOSE_SERVER}\n    await pool.end()\n    process.exit(0)\n  } catch (error) {\n    console.error(error)\n    process.exit(1)\n  }\n}\n${ON_BOTH}`,
          },
        ],
      },
    ],
  },
  'no-uncatchable-signals': {
    valid: GOOD,
    invalid: `${GOOD}process.once('SIGKILL', stop)\n`,
    errors: [
      {
        messageId: 'uncatchableSignal',
        data: { signal: 'SIGKILL' },
        line: 10,
        column: 1,
        endLine: 10,
        endColumn: 30,
        suggestions: [{ messageId: 'removeHandler', data: { signal: 'SIGKILL' }, output: GOOD }],
      },
    ],
  },
  'notify-websocket-clients': {
    valid: `${SOCKETS}function stop() {\n${DEADLINE}  for (const each of wss.clients) each.close(1001)\n  wss.close(() => process.exit(0))\n}\n${ON_BOTH}`,
    invalid: `${SOCKETS}function stop() {\n${DEADLINE}  wss.close(() => process.exit(0))\n}\n${ON_BOTH}`,
    errors: [
      {
        messageId: 'silentClose',
        data: { release: 'wss.close()', clients: 'wss.clients' },
        line: 5,
        column: 3,
        endLine: 5,
        endColumn: 35,
        suggestions: [
          {
            messageId: 'closeClients',
            output: `${SOCKETS}function stop() {\n${DEADLINE}  for (const client of wss.clients) client.close(1001)\n  wss.close(() => process.exit(0))\n}\n${ON_BOTH}`,
          },
        ],
      },
    ],
  },
}
