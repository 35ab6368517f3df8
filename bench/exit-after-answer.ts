import { request } from 'node:http'
import { once } from 'node:events'
import { Agent, type IncomingMessage } from 'node:http'
import { scaffold } from '../test/scaffold.ts'
import { start } from '../test/service-process.ts'
import { spread } from './spread.ts'

const RUNS = 20

/** How long after the last byte of the last answer the process has ended: 20 services with a payment in flight at the SIGTERM. */
export async function benchExit(framework: string): Promise<void> {
  const folder = scaffold({ framework })
  const waits: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const service = await start(folder)
    const agent = new Agent({ keepAlive: true })
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'bench', Expect: '100-continue' }
    const payment = request({ port: service.port, agent, method: 'POST', path: '/payments', headers })
    payment.flushHeaders()
    await once(payment, 'continue')
    await service.signal('SIGTERM')
    await service.line(({ step }) => step === 'draining')
    payment.end(JSON.stringify({ order: 'bench', amount: 4200, currency: 'EUR' }))
    const [response] = (await once(payment, 'response')) as [IncomingMessage]
    await once(response.resume(), 'end')
    const answeredAt = performance.now()
    const { exitCode, at } = await service.ended
    if (exitCode !== 0 || response.statusCode !== 201) throw new Error(`${framework}: exit code ${String(exitCode)}`)
    waits.push(at - answeredAt)
    agent.destroy()
  }
  const { low, median, high } = spread(waits)
  console.log(
    `exit after the last answer, ${framework}: median ${median.toFixed(0)} ms of ${RUNS} (${low.toFixed(0)} to ${high.toFixed(0)})`,
  )
}
