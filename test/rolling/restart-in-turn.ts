import { launch, type Ending, type LogLine, type ServiceProcess } from '../service-process.ts'
import { startClients, type Clients } from './clients.ts'
import { findFreePorts } from './free-ports.ts'
import { openProxy, type Proxy } from './proxy.ts'

export interface Restarts {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** How often each instance is restarted, and how it is stopped. */
  readonly rounds: number
  readonly signal: NodeJS.Signals
}

export interface Outcome extends Pick<Clients, 'answered' | 'failures'> {
  /** How the processes ended: one for every restart, and two at the end. */
  readonly lives: readonly Life[]
}

interface Life {
  readonly ending: Ending
  readonly lastLine: LogLine | undefined
  /** Had the proxy seen that it is not ready before it refused connections? If not, the delay is too short for this machine. */
  readonly isSeenInTime: boolean
}

const CLIENTS = 20
/** Payments that are answered between two restarts: the load goes on, and takes no longer on a busy machine. */
const BETWEEN_RESTARTS = 100
/**
 * Long enough for the proxy to see that an instance is about to stop. It asks every 25 ms, but an instance that waits for
 * SQLite's lock was measured to take 430 ms to answer, on a busy machine.
 */
const SHUTDOWN_DELAY_MS = '750'

/** Restarts two instances behind a proxy one after the other, while clients post payments without pause. */
export async function restartInTurn({ folder, env, rounds, signal }: Restarts): Promise<Outcome> {
  const ports = await findFreePorts(2)
  const proxy = await openProxy(ports)
  const start = (port: number): ServiceProcess => launch(folder, { ...env, PORT: String(port), SHUTDOWN_DELAY_MS })
  const running = new Map(ports.map((port) => [port, start(port)]))
  const lives: Life[] = []

  async function stop(port: number): Promise<void> {
    const instance = running.get(port)
    if (!instance) return
    instance.child.kill(signal)
    const isSeenInTime = await Promise.race([
      proxy.sees(port, 'not ready').then(() => true),
      instance.line(({ step }) => step === 'draining').then(isNever, isNever),
    ])
    const ending = await instance.ended
    lives.push({ ending, lastLine: instance.lines.at(-1), isSeenInTime })
    running.delete(port)
  }

  try {
    for (const [port, instance] of running) await isSeenReady(proxy, port, instance)
    const clients = startClients(proxy.port, CLIENTS)
    for (let round = 0; round < rounds; round++) {
      for (const port of ports) {
        await clients.moreAnswers(BETWEEN_RESTARTS)
        await stop(port)
        await proxy.sees(port, 'not ready')
        const instance = start(port)
        running.set(port, instance)
        await isSeenReady(proxy, port, instance)
      }
    }
    await clients.moreAnswers(BETWEEN_RESTARTS)
    await clients.stop()
    await Promise.all(ports.map(stop))
    return { answered: clients.answered, failures: clients.failures, lives }
  } finally {
    for (const { child } of running.values()) child.kill('SIGKILL')
    await proxy.close()
  }
}

function isNever(): boolean {
  return false
}

async function isSeenReady(proxy: Proxy, port: number, { ended, lines }: ServiceProcess): Promise<void> {
  const failed = ended.then((ending) => {
    throw new Error(`The instance did not start, ${JSON.stringify(ending)}: ${JSON.stringify(lines)}`)
  })
  failed.catch(() => undefined) // of a process that ends later, as it shall
  await Promise.race([proxy.sees(port, 'ready'), failed])
}
