import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyFolder, filesOf } from './scaffolding.ts'

const create = resolve(import.meta.dirname, '../../generators/create.ts')
// util-linux's script gives a command a terminal of its own.
const hasScript = spawnSync('script', ['--version']).status === 0
const ENTER = '\r'
const DOWN = '\x1b[B'
const CTRL_C = '\x03'

describe.skipIf(!hasScript)('a terminal (needs the command script)', () => {
  it('is asked what was not given, and takes the defaults for an answer', async () => {
    const cwd = emptyFolder()
    const { code, screen } = await onTerminal(`payments --skip-install --package-manager=npm`, cwd, [
      ['What is the service called? (payments)', ENTER],
      ['Which framework answers the requests?', DOWN + ENTER],
      ['What does the service hold open?', ENTER],
      ['Where does it run?', ENTER],
      ['How long may a stop take, in milliseconds? (30000)', ENTER],
    ])
    expect(code, screen).toBe(0)
    expect(screen).not.toContain('Which package manager?')
    expect(screen.trimEnd()).toMatch(/create-graceful-service payments --framework=express --resources=sqlite .*$/)
    expect(filesOf(join(cwd, 'payments'))).toHaveProperty(['src/app.ts'])
  })

  it('says at once what is wrong with an answer, and asks again', async () => {
    const cwd = emptyFolder()
    const { code, screen } = await onTerminal(
      'payments --framework=http --resources=sqlite --deploy=none --package-manager=npm --name=payments --dry-run',
      cwd,
      [
        ['in milliseconds? (30000)', `5s${ENTER}`],
        ['"5s" is no whole number', `\x7f\x7f5000${ENTER}`],
      ],
    )
    expect(code, screen).toBe(0)
    expect(screen.trimEnd()).toMatch(/--shutdown-timeout-ms=5000$/)
  })

  it('is left by Ctrl-C, and nothing was written', async () => {
    const cwd = emptyFolder()
    const { code, screen } = await onTerminal('payments', cwd, [['What is the service called?', CTRL_C]])
    expect(code, screen).toBe(130)
    expect(filesOf(cwd)).toEqual({})
  })
})

/** Types each answer when its question is on the screen. */
function onTerminal(
  args: string,
  cwd: string,
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<{ code: number | null; screen: string }> {
  const child = spawn(
    'script',
    ['--quiet', '--return', '--command', `${process.execPath} ${create} ${args}`, '/dev/null'],
    { cwd },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const open = [...answers]
  let screen = ''
  let read = 0
  child.stdout.on('data', (data: Buffer) => {
    screen += stripVTControlCharacters(data.toString())
    const [question, keys] = open[0] ?? []
    const at = question === undefined ? -1 : screen.indexOf(question, read)
    if (question === undefined || keys === undefined || at === -1) return
    read = at + question.length
    open.shift()
    child.stdin.write(keys)
  })
  return new Promise((settle) => {
    child.on('close', (code) => {
      settle({ code, screen })
    })
  })
}
