import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { CLI } from './called.ts'
import { LEAKING } from './trees.ts'

/** A configuration that the thread which checks never gets out of; it says when it is there. */
const STUCK = [
  "import { writeSync } from 'node:fs'",
  "import { isMainThread } from 'node:worker_threads'",
  '',
  'if (!isMainThread) {',
  "  writeSync(2, 'begun')",
  '  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  '}',
  'export default {}',
  '',
].join('\n')

describe('a check that is interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at once on %s, with %i, and leaves nothing half-written', async (signal, code) => {
    const root = writeTree({ ...LEAKING, 'graceful.config.mjs': STUCK, 'report.json': 'from yesterday' })
    const args = [CLI, 'check', '--format=json', '--output=report.json', '--cache-location=cache']
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    await once(child.stderr, 'data')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, null])
    expect(readFileSync(join(root, 'report.json'), 'utf8')).toBe('from yesterday')
    expect(readdirSync(root).toSorted()).toEqual(['cache', 'graceful.config.mjs', 'package.json', 'report.json', 'src'])
    expect(readdirSync(join(root, 'cache'))).toEqual([])
  })

  const hasScript = spawnSync('script', ['--version']).status === 0
  test.skipIf(!hasScript)('by Ctrl-C takes the bar away (needs the command script)', async () => {
    const root = writeTree(LEAKING)
    for (let index = 0; index < 600; index++) writeIn(root, `src/db-${index}.js`, LEAKING['src/db.js'])
    const command = `${process.execPath} ${CLI} check > /dev/null`
    const args = ['--quiet', '--return', '--command', command, '/dev/null']
    const child = spawn('script', args, { cwd: root, env: { ...process.env, TERM: 'xterm-256color' } })
    let shown = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (!shown.includes(' files') && String(chunk).includes(' files')) child.stdin.write('\u0003')
      shown += String(chunk)
    })
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(130)
    expect(shown.endsWith('\r\u001B[K')).toBe(true)
  })
})
