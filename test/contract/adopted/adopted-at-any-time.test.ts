import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { launch, start, type ServiceProcess } from '../../service-process.ts'
import { answerOf, knock, send, until } from '../client.ts'
import { writtenService } from './adopted-service.ts'
import { COMMON_JS } from './dialects.ts'

/** Starts `src/main.js` with the lifecycle beside it; each line that it is told to print is one of its log. */
function written(main: string): string {
  const print = 'const print = (msg, more) => console.log(JSON.stringify({ level: "info", msg, ...more }));'
  return writtenService({ 'src/main.js': `${print}\n${main}` }, COMMON_JS)
}

async function stopped(service: ServiceProcess): Promise<ServiceProcess> {
  await service.signal('SIGTERM')
  await service.ended
  return service
}

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

describe('a port that is taken', () => {
  test('is an exception that nobody catches: what was adopted is released, and the exit code is 1', async () => {
    const folder = written(`
      const { adopt, adoptServer } = require("./lifecycle/adopt");
      const { createServer } = require("node:http");
      adopt("ledger", {}, () => {});
      const server = adoptServer("http", createServer().listen(process.env.PORT));
      server.once("listening", () => print("listening", { address: server.address() }));
    `)
    const first = await start(folder)
    const second = launch(folder, { PORT: String(first.port) })
    expect(await second.ended).toMatchObject({ exitCode: 1 })
    expect(second.released()).toEqual(['http', 'ledger'])
    expect(JSON.stringify(second.lines)).toContain('EADDRINUSE')
    expect(await knock(first.port)).toBe('accepted')
    await stopped(first)
  })
})

describe('settings that make no sense', () => {
  const main = `
    const { adopt } = require("./lifecycle/adopt");
    adopt("timer", setInterval(() => {}, 1000), clearInterval);
    print("ready");
  `
  test.each([
    ['nothing', {}, 30_000, 0],
    ['numbers', { SHUTDOWN_TIMEOUT_MS: '5000', SHUTDOWN_DELAY_MS: '20' }, 5_000, 20],
    ['empty strings', { SHUTDOWN_TIMEOUT_MS: '', SHUTDOWN_DELAY_MS: '' }, 30_000, 0],
    ['words', { SHUTDOWN_TIMEOUT_MS: 'soon', SHUTDOWN_DELAY_MS: 'later' }, 30_000, 0],
    ['negative numbers', { SHUTDOWN_TIMEOUT_MS: '-1', SHUTDOWN_DELAY_MS: '-1' }, 30_000, 0],
    ['no time at all', { SHUTDOWN_TIMEOUT_MS: '0' }, 30_000, 0],
    ['more than a timer can hold', { SHUTDOWN_TIMEOUT_MS: '99999999999' }, 30_000, 0],
    ['a delay that takes the whole budget', { SHUTDOWN_TIMEOUT_MS: '200', SHUTDOWN_DELAY_MS: '200' }, 200, 100],
  ])('%s', async (_what, settings, timeoutMs, delayMs) => {
    const service = launch(written(main), settings)
    await service.line(({ msg }) => msg === 'ready')
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.lines.find(({ step }) => step === 'signal')).toMatchObject({ timeoutMs, delayMs })
  })
})

describe('two copies of the lifecycle in one process', () => {
  test('release in one order, tell each step once, and end it once', async () => {
    const folder = written(`
      const one = require("./lifecycle/adopt");
      const path = require.resolve("./lifecycle/adopt");
      for (const loaded of Object.keys(require.cache)) if (loaded.includes("lifecycle")) delete require.cache[loaded];
      const other = require("./lifecycle/adopt");
      print("ready", { isOther: one.adopt !== other.adopt });
      one.adopt("first", setInterval(() => {}, 1000), clearInterval);
      other.adopt("second", setInterval(() => {}, 1000), (it) => new Promise((resolve) => setTimeout(resolve, 700)).then(() => clearInterval(it)));
      one.adopt("third", setInterval(() => {}, 1000), clearInterval);
    `)
    const service = launch(folder)
    expect(await service.line(({ msg }) => msg === 'ready')).toMatchObject({ isOther: true })
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(['third', 'second', 'first'])
    expect(service.lines.flatMap(({ step }) => step ?? [])).toEqual([
      'signal',
      'draining',
      'released',
      'released',
      'released',
      'stopped',
    ])
  })
})

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
  const OWN = { ...COMMON_JS, door: 'owned' } as const
  const own = (rest: string): string =>
    writtenService(
      {
        'src/main.js': `const print = (msg, more) => console.log(JSON.stringify({ level: "info", msg, ...more }));${main(rest)}`,
      },
      OWN,
    )

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
