import { describe, expect, test } from 'vitest'
import { launch, start } from '../../service-process.ts'
import { knock } from '../client.ts'
import { stopped, written } from './written-main.ts'

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
