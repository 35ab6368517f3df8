import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { judged } from '../codemod/deploy/judged.ts'
import { writeTree } from '../project/written-tree.ts'

// What is said of a Dockerfile, and what happens: the command of each image is PID 1 of a namespace of its own.

const UNSHARE = ['--pid', '--fork', '--mount-proc', '--kill-child', '--'] as const
const BIN = join(import.meta.dirname, '../../node_modules/.bin')
const SIGTERM = 15

/** A service that is ready at once, and drains for as long as nobody would take for an accident. */
const SERVICE = `
process.once('SIGTERM', () => setTimeout(() => { console.log('drained'); process.exit(0) }, 300))
setInterval(() => {}, 1000)
console.log('ready')
`

interface Way {
  readonly command: readonly string[]
  readonly drains: boolean
  readonly files?: Readonly<Record<string, string>>
}

const ways: readonly Way[] = [
  { command: ['node', 'main.js'], drains: true },
  { command: ['env', 'A=1', 'node', 'main.js'], drains: true },
  { command: ['sh', '-c', 'node main.js'], drains: false },
  { command: ['sh', '-c', 'true && node main.js'], drains: false },
  { command: ['sh', '-c', 'true && exec node main.js'], drains: true },
  { command: ['sh', '-c', 'node main.js | cat'], drains: false },
  { command: ['bash', '-c', 'node main.js'], drains: true },
  { command: ['bash', '-c', 'true && node main.js'], drains: true },
  { command: ['bash', '-c', 'node main.js | cat'], drains: false },
  { command: ['./start.sh'], drains: false, files: { 'start.sh': '#!/bin/sh\ntrue\nnode main.js\n' } },
  { command: ['./start.sh'], drains: false, files: { 'start.sh': '#!/bin/bash\ntrue\nnode main.js\n' } },
  { command: ['./start.sh'], drains: true, files: { 'start.sh': '#!/bin/sh\ntrue\nexec node main.js\n' } },
  { command: ['./start.sh', 'node', 'main.js'], drains: true, files: { 'start.sh': '#!/bin/sh\nexec "$@"\n' } },
  { command: ['npm', 'start'], drains: false },
  { command: ['npm', 'run', 'start'], drains: false },
  { command: ['yarn', 'start'], drains: false },
]

const refused = whyRefused()
const skipped = refused === undefined ? '' : ` (skipped: ${refused})`

describe(`what is said of a command is what happens to its process${skipped}`, { skip: skipped !== '' }, () => {
  test.each(ways)('$command, $files: drains $drains', async ({ command, drains, files = {} }) => {
    const own = {
      'package.json': JSON.stringify({ name: 'payments', scripts: { start: 'node main.js' } }),
      'main.js': SERVICE,
      Dockerfile: `FROM node:24-slim\nCOPY . .\nCMD ${JSON.stringify(command)}\n`,
      ...files,
    }
    const found = judged(new Map(Object.entries(own))).map(({ rule, confidence }) => `${rule}, ${confidence}`)
    expect(found).toEqual(drains ? [] : ['require-signal-forwarding, certain'])
    expect(await drainsAsPidOne(writeTree(own), command)).toBe(drains)
  })
})

async function drainsAsPidOne(folder: string, command: readonly string[]): Promise<boolean> {
  for (const script of command) if (script.endsWith('.sh')) chmodSync(join(folder, script), 0o755)
  const child = spawn('unshare', [...UNSHARE, ...command], {
    cwd: folder,
    env: { ...process.env, PATH: `${BIN}:${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const all = text(child.stdout)
  const lines = createInterface({ input: child.stdout })
  const closed = once(child, 'close')
  for await (const line of lines) if (line === 'ready') break
  const pid = innerPid(child.pid)
  // To PID 1 the kernel gives no signal that it does not catch.
  if (catches(pid, SIGTERM)) process.kill(pid, 'SIGTERM')
  else child.kill('SIGKILL')
  await closed
  return (await all).includes('drained')
}

function innerPid(pid: number | undefined): number {
  return Number(readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').split(' ')[0])
}

function catches(pid: number, signal: number): boolean {
  const [, caught = '0'] = /^SigCgt:\s*(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return ((BigInt(`0x${caught}`) >> BigInt(signal - 1)) & 1n) === 1n
}

function whyRefused(): string | undefined {
  const { error, status, stderr } = spawnSync('unshare', [...UNSHARE, 'true'], { encoding: 'utf8' })
  if (error) return error.message
  if (status !== 0) return stderr.trim()
  return realpathSync('/bin/sh').endsWith('dash') ? undefined : '/bin/sh is no dash'
}
