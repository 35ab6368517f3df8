import { describe, expect, test } from 'vitest'
import { start, type ServiceProcess } from '../../service-process.ts'
import { answerOf, send } from '../client.ts'
import { COMMON_JS } from './dialects.ts'
import { written } from './written-main.ts'

describe('a repository that hears the signals itself', () => {
  const main = (rest: string): string => `
    const { adopt, adoptServer, releaseAll, stopping } = require("./lifecycle/owned");
    const { createServer } = require("node:http");
    const server = createServer((request, response) => {
      print("running");
      setTimeout(() => response.end(String(stopping.aborted)), 200);
    });
    adopt("ledger", {}, () => {
      if (process.env.FAILS) throw new Error("the ledger is broken");
      if (process.env.HANGS) return new Promise(() => {});
    });
    adoptServer("http", server.listen(process.env.PORT, () => print("listening", { address: server.address() })));
    ${rest}
  `
  const own = (rest: string): string => written(main(rest), { ...COMMON_JS, door: 'owned' })

  test('waits for releaseAll, which drains first, and ends the process as it always did', async () => {
    const service = await start(
      own(`
        process.once("SIGTERM", async () => {
          await releaseAll();
          print("own handler");
          process.exit();
        });
      `),
    )
    const call = send(service.port, '/')
    const answered = answerOf(call)
    await service.line(({ msg }) => msg === 'running')
    service.child.kill('SIGTERM')
    expect(await answered).toMatchObject({ body: 'true', connection: 'close' })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(['http', 'ledger'])
    const told = service.lines.map(({ msg }) => msg)
    expect(told.slice(-2)).toEqual(['own handler', 'stopped'])
  })

  test('hears of a failure by the exit code, and releaseAll is not rejected', async () => {
    const service = await launchWith({ FAILS: '1' })
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    expect(service.lines.some(({ msg }) => msg === 'own handler')).toBe(true)
    expect(service.lines.at(-1)).toMatchObject({ failures: ['ledger was not released'] })
  })

  test('is not made to wait longer than the budget', async () => {
    const service = await launchWith({ HANGS: '1', SHUTDOWN_TIMEOUT_MS: '500' })
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 1, signal: null })
    expect(service.lines.find(({ msg }) => msg === 'out of time')).toMatchObject({ releasing: ['ledger'] })
  })

  test('may call releaseAll as often as it likes', async () => {
    const service = await start(
      own(`
        process.on("SIGTERM", async () => {
          await Promise.all([releaseAll(), releaseAll()]);
          await releaseAll();
          print("own handler");
        });
      `),
    )
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(['http', 'ledger'])
  })

  test('hears a signal for which it has no handler as Node does', async () => {
    const service = await start(own('process.once("SIGTERM", () => releaseAll());'))
    service.child.kill('SIGINT')
    expect(await service.ended).toMatchObject({ exitCode: null, signal: 'SIGINT' })
  })

  async function launchWith(settings: Record<string, string>): Promise<ServiceProcess> {
    return start(
      own('process.once("SIGTERM", () => releaseAll().then(() => { print("own handler"); process.exit(); }));'),
      settings,
    )
  }
})
