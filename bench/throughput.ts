import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { scaffold } from '../test/scaffold.ts'
import { load } from './load.ts'
import { spread } from './spread.ts'

const PAIRS = 200
const REQUESTS = 3_000
const CONNECTIONS = 20

interface Sample {
  readonly perSecond: number
  readonly cpuMicroseconds: number
}

/**
 * What the lifecycle costs a request: two servers in one process with the same handler, one of them under the
 * lifecycle's care, asked in turn in short slices, so that a drift of the machine meets both.
 */
export async function benchThroughput(): Promise<void> {
  const listen = join(scaffold(), 'src/lifecycle/listen.ts')
  const child = fork(join(import.meta.dirname, 'two-servers.ts'), [listen])
  const [ports] = (await once(child, 'message')) as [{ plain: number; cared: number }]
  const ask = async (): Promise<number> => {
    child.send('cpu')
    const [microseconds] = (await once(child, 'message')) as [number]
    return microseconds
  }
  const sample = async (port: number): Promise<Sample> => {
    const before = await ask()
    const ms = await load(port, CONNECTIONS, REQUESTS)
    return { perSecond: (REQUESTS * 1_000) / ms, cpuMicroseconds: ((await ask()) - before) / REQUESTS }
  }

  for (const port of [ports.plain, ports.cared, ports.plain, ports.cared]) await sample(port) // warm-up
  const throughput: number[] = []
  const cpu: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    // Which of the two comes first takes turns as well.
    const plainFirst = pair % 2 === 0
    const first = await sample(plainFirst ? ports.plain : ports.cared)
    const second = await sample(plainFirst ? ports.cared : ports.plain)
    const [plain, cared] = plainFirst ? [first, second] : [second, first]
    throughput.push(cared.perSecond / plain.perSecond)
    cpu.push(cared.cpuMicroseconds / plain.cpuMicroseconds)
  }
  child.kill('SIGKILL') // it hears a polite signal, as the lifecycle does, and has nothing that stops it
  print('throughput with the lifecycle / without', throughput)
  print('processor time of a request with the lifecycle / without', cpu)
}

function print(what: string, ratios: readonly number[]): void {
  const { low, median, high } = spread(ratios)
  console.log(`${what}: median ${median.toFixed(3)} of ${PAIRS} pairs (${low.toFixed(3)} to ${high.toFixed(3)})`)
}
