import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { fix } from '../../codemod/index.ts'
import { writeTree } from '../project/written-tree.ts'

const LIMIT_MS = 120_000

/** It says on which port it listens, and when a request has come in; it answers once it is told to, by its input. */
const SERVICE = {
  'package.json': { name: 'receipts', type: 'module', scripts: { start: 'node src/main.js' } },
  'src/main.js': [
    "import { createServer } from 'node:http'",
    "import { once } from 'node:events'",
    "import './sweeper.js'",
    '',
    'const server = createServer(async (request, response) => {',
    "  console.log('request')",
    "  await once(process.stdin, 'data')",
    "  response.end('receipt')",
    '})',
    '',
    "server.listen(0, '127.0.0.1', () => {",
    '  console.log(`port ${server.address().port}`)',
    '})',
    '',
  ].join('\n'),
  'src/sweeper.js': ['let swept = 0', '', 'setInterval(() => {', '  swept += 1', '}, 1000)', ''].join('\n'),
}

/** The same in one file of TypeScript, which Node.js runs as it stands. */
const TYPED_SERVICE = {
  'package.json': { name: 'receipts', type: 'module', scripts: { start: 'node src/main.ts' } },
  'src/main.ts': SERVICE['src/main.js'].replace("import './sweeper.js'\n", '') + SERVICE['src/sweeper.js'],
}

describe('a service that never thought about its end', { timeout: LIMIT_MS }, () => {
  test('cuts the request that is running, before', async () => {
    const { answer, code, signal } = await stopWhileAnswering(writeTree(SERVICE))
    expect({ answer, code, signal }).toEqual({ answer: 'cut', code: null, signal: 'SIGTERM' })
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('answers it on %s and ends with 0, after', async (signal) => {
    const root = writeTree(SERVICE)
    const { outcomes } = await fix({ cwd: root, write: true })
    expect(outcomes.map(({ is }) => is)).toEqual(['fixed', 'fixed'])
    expect(await stopWhileAnswering(root, signal)).toEqual({ answer: 'receipt', code: 0, signal: null })
  })

  test('does so, too, in one file of TypeScript', async () => {
    const root = writeTree(TYPED_SERVICE)
    const { outcomes } = await fix({ cwd: root, write: true })
    expect(outcomes.map(({ is }) => is)).toEqual(['fixed', 'fixed'])
    const stopped = await stopWhileAnswering(root, 'SIGTERM', 'src/main.ts')
    expect(stopped).toEqual({ answer: 'receipt', code: 0, signal: null })
  })
})

async function stopWhileAnswering(root: string, by: NodeJS.Signals = 'SIGTERM', main = 'src/main.js') {
  const child = spawn(process.execPath, [main], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const port = (await said(child.stdout, /port (\d+)/))[1] ?? ''
  const answer = fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.text(),
    () => 'cut',
  )
  await said(child.stdout, /request/)
  child.kill(by)
  // Where nothing hears the signal, nobody reads this any more.
  child.stdin.on('error', () => undefined).write('go')
  child.stdin.end()
  child.stdout.resume()
  const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null]
  return { answer: await answer, code, signal }
}

function said(stream: Readable, wanted: RegExp): Promise<RegExpExecArray> {
  const { promise, resolve } = Promise.withResolvers<RegExpExecArray>()
  let all = ''
  stream.on('data', function hear(chunk: Buffer) {
    all += String(chunk)
    const found = wanted.exec(all)
    if (!found) return
    stream.off('data', hear)
    resolve(found)
  })
  return promise
}
