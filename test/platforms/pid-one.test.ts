import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerOf, beginPayment, paymentOf } from '../contract/client.ts'
import { scaffold } from '../scaffold.ts'
import { launchedBy, type Launched } from './launched-by.ts'

// A container without an init: the service is PID 1 of a namespace, and a signal it does not handle is dropped.
const UNSHARE = ['--pid', '--fork', '--mount-proc', '--kill-child'] as const
const refused = whyRefused()
const skipped = refused === undefined ? '' : ` (skipped: ${refused})`

describe(`the service is PID 1 of its own namespace${skipped}`, { skip: skipped !== '' }, () => {
  test('a payment in flight is answered', async () => {
    const service = launch()
    const payment = await beginPayment(await service.port, 'order-1')

    process.kill(innerPid(service), 'SIGTERM')
    await service.stopping
    payment.end(paymentOf('order-1'))

    expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
    expect(await service.ended).toEqual({ exitCode: 0, signal: null })
    expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
  })

  test('a SIGTERM that comes before anything but the signals is loaded ends the start', async () => {
    // As the image starts it: `--import ./src/lifecycle/signals.ts`. Then comes the signal, and only then main.ts.
    const signalled = "data:text/javascript,process.kill(process.pid,'SIGTERM')"
    const service = launch('--import', './src/lifecycle/signals.ts', '--import', signalled)
    const ending = await service.ended

    expect(ending).toEqual({ exitCode: 0, signal: null })
    expect(service.lines.filter(({ address }) => address !== undefined)).toEqual([])
    expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
  })
})

function launch(...flags: string[]): Launched {
  const command = ['unshare', ...UNSHARE, process.execPath, ...flags, 'src/main.ts'] as const
  return launchedBy({ folder: scaffold(), command })
}

/** What the service's process is called outside its namespace. */
function innerPid({ child: { pid } }: Launched): number {
  const [inner = ''] = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').split(' ')
  if (inner === '') throw new Error('unshare has no child')
  return Number(inner)
}

function whyRefused(): string | undefined {
  const { error, status, stderr } = spawnSync('unshare', [...UNSHARE, 'true'], { encoding: 'utf8' })
  if (error) return error.message
  return status === 0 ? undefined : stderr.trim()
}
