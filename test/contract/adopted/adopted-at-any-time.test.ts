import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { launch, start } from '../../service-process.ts'
import { answerOf, send, until } from '../client.ts'
import { stopped, written } from './written-main.ts'

describe('what is adopted', () => {
  test('is given back as it is, and a promise stays the promise that it was', async () => {
    const service = launch(
      written(`
        const { adopt, adoptServer } = require("./lifecycle/adopt");
        const it = {};
        const promise = Promise.resolve(it);
        const server = require("node:http").createServer();
        print("same", {
          same: [adopt("it", it, () => {}) === it, adopt("promise", promise, () => {}) === promise, adoptServer("http", server) === server],
        });
      `),
    )
    expect(await service.line(({ msg }) => msg === 'same')).toMatchObject({ same: [true, true, true] })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('keeps no process alive: a script ends by itself, tells nothing, and nothing is released', async () => {
    const service = launch(
      written(`
        const { adopt } = require("./lifecycle/adopt");
        adopt("ledger", {}, () => print("released by the script"));
      `),
    )
    expect(await service.ended).toMatchObject({ exitCode: 0, signal: null })
    expect(service.lines).toEqual([])
  })

  test('is released with what its promise gave', async () => {
    const service = launch(
      written(`
        const { adopt } = require("./lifecycle/adopt");
        const timer = setInterval(() => {}, 1000);
        adopt("timer", timer, clearInterval);
        adopt("ledger", Promise.resolve({ balance: 42 }), ({ balance }) => print("closed", { balance }));
        print("ready");
      `),
    )
    await service.line(({ msg }) => msg === 'ready')
    await stopped(service)
    expect(service.lines.find(({ msg }) => msg === 'closed')).toMatchObject({ balance: 42 })
    expect(service.released()).toEqual(['ledger', 'timer'])
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a promise that is rejected stays the fault of who made it', async () => {
    const service = launch(
      written(`
        const { adopt } = require("./lifecycle/adopt");
        adopt("timer", setInterval(() => {}, 1000), clearInterval);
        adopt("ledger", Promise.reject(new Error("no ledger here")), () => print("closed"));
      `),
    )
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    expect(service.lines.find(({ msg }) => msg === 'unhandledRejection')?.err?.message).toBe('no ledger here')
    expect(service.lines.some(({ msg }) => msg === 'closed')).toBe(false)
    expect(service.released()).toContain('timer')
  })

  test('a promise whose rejection was caught has nothing to release', async () => {
    const service = launch(
      written(`
        const { adopt } = require("./lifecycle/adopt");
        adopt("timer", setInterval(() => {}, 1000), clearInterval);
        adopt("ledger", Promise.reject(new Error("no ledger here")), () => print("closed")).catch(() => print("caught"));
      `),
    )
    await service.line(({ msg }) => msg === 'caught')
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.lines.some(({ msg }) => msg === 'closed')).toBe(false)
  })

  test('a promise that settles just after the signal is released; one that does not is named, and not waited for', async () => {
    const service = launch(
      written(`
        const { adopt } = require("./lifecycle/adopt");
        const { setTimeout: sleep } = require("node:timers/promises");
        adopt("never", new Promise(() => {}), () => print("closed never"));
        adopt("soon", new Promise((resolve) => process.once("SIGTERM", () => setTimeout(resolve, 100))), () => print("closed soon"));
        adopt("timer", setInterval(() => {}, 1000), clearInterval);
        print("ready");
      `),
    )
    await service.line(({ msg }) => msg === 'ready')
    const signalled = performance.now()
    await stopped(service)
    const ending = await service.ended
    expect(ending).toMatchObject({ exitCode: 1 })
    expect(ending.at - signalled).toBeLessThan(5_000)
    expect(service.released()).toEqual(['timer', 'soon'])
    expect(service.lines.at(-1)).toMatchObject({ failures: ['never was not released'] })
  })

  test('while a request still runs after the signal serves it, and is released with the others', async () => {
    const service = await start(
      written(`
        const { adopt, adoptServer } = require("./lifecycle/adopt");
        const { createServer } = require("node:http");
        const { once } = require("node:events");
        adopt("early", {}, () => {});
        const server = createServer(async (request, response) => {
          print("running");
          await once(process, "SIGTERM");
          setTimeout(() => {
            const late = adopt("late", { isOpen: true }, (late) => { late.isOpen = false; });
            setTimeout(() => response.end(String(late.isOpen)), 50);
          }, 50);
        });
        adoptServer("http", server.listen(process.env.PORT, () => print("listening", { address: server.address() })));
      `),
    )
    const answered = answerOf(send(service.port, '/'))
    await service.line(({ msg }) => msg === 'running')
    await stopped(service)
    expect(await answered).toMatchObject({ body: 'true' })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(['late', 'http', 'early'])
  })

  test('after everything has been released is released at once, and so is a server', async () => {
    const service = launch(
      written(`
        const { adopt, adoptServer } = require("./lifecycle/adopt");
        const { createServer } = require("node:http");
        const timer = adopt("timer", setInterval(() => {}, 1000), () => {
          setTimeout(() => {
            adopt("late", setInterval(() => {}, 1000), clearInterval);
            adoptServer("http", createServer().listen(process.env.PORT));
          }, 10);
          clearInterval(timer);
        });
        print("ready");
      `),
    )
    await service.line(({ msg }) => msg === 'ready')
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(new Set(service.released())).toEqual(new Set(['timer', 'late', 'http']))
  })

  test('a server that would begin to listen after the signal does not stay open', async () => {
    const service = launch(
      written(`
        const { adopt, adoptServer } = require("./lifecycle/adopt");
        const { createServer } = require("node:http");
        const server = adoptServer("http", createServer());
        adopt("timer", setInterval(() => {}, 1000), clearInterval);
        process.once("SIGTERM", () => setTimeout(() => server.listen(process.env.PORT), 10));
        print("ready");
      `),
    )
    await service.line(({ msg }) => msg === 'ready')
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })
})

test('connections that were there before their server was adopted are ended, too', async () => {
  const service = await start(
    written(`
      const { adoptServer } = require("./lifecycle/adopt");
      const { createServer } = require("node:http");
      const server = createServer((request, response) => response.end("paid"));
      server.listen(process.env.PORT, () => print("listening", { address: server.address() }));
      server.once("connection", () => setImmediate(() => {
        adoptServer("http", server);
        print("adopted");
      }));
    `),
  )
  const early = send(service.port, '/')
  early.on('error', () => undefined)
  await once(early, 'response')
  await service.line(({ msg }) => msg === 'adopted')
  await stopped(service)
  await until(() => early.destroyed || early.socket?.destroyed === true)
  expect(await service.ended).toMatchObject({ exitCode: 0 })
})
