import { describe, expect, test } from 'vitest'
import { createAnalysis, sayFinding } from '../../../analysis/index.ts'
import { lifecycleFor, type LifecycleVariant } from '../../../codemod/lifecycle/index.ts'
import { storyHost } from '../../analysis/story-host.ts'
import { LANGUAGE_NAMES, variant } from './variants.ts'

const POOL = '`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.'
const REDIS = '`new Redis()` stays open on SIGTERM: call `.quit()` once running work has drained.'
const SERVER = '`app.listen()` stays open on SIGTERM: call `.close()` once running work has drained.'

const ALL = {
  pool: "adopt('ledger', new Pool(), (pool) => pool.end())",
  redis: "adopt('sessions', new Redis(), (redis) => redis.quit())",
  timer: "adopt('timer', setInterval(() => pool.query('SELECT 1'), 1000), (timer) => clearInterval(timer))",
  server: "adoptServer('http', app.listen(3000))",
}

describe.each(LANGUAGE_NAMES)('our own analysis, of a service with the lifecycle as %s', (name) => {
  test('finds nothing where everything is adopted', () => {
    expect(judge(variant(name), ALL)).toEqual([])
  })

  test.each([
    ['a pool that is forgotten', { pool: 'new Pool()' }, POOL],
    ['a release that does nothing', { redis: "adopt('sessions', new Redis(), () => undefined)" }, REDIS],
    ['a second pool whose release ends the first', { redis: "adopt('rates', new Pool(), () => pool.end())" }, POOL],
    ['a server that is forgotten', { server: 'app.listen(3000)' }, SERVER],
  ])('finds %s, and nothing else', (_what, changed, says) => {
    expect(judge(variant(name), { ...ALL, ...changed })).toEqual([says])
  })

  test('finds nothing where a handler of the service waits for releaseAll', () => {
    const handler = `
      const stop = async () => {
        await releaseAll()
        process.exit()
      }
      process.once('SIGTERM', stop)
      process.once('SIGINT', stop)`
    expect(judge({ ...variant(name), door: 'owned' }, ALL, handler)).toEqual([])
  })
})

function judge(of: LifecycleVariant, { pool, redis, timer, server }: typeof ALL, handler = ''): string[] {
  const { language, modules, importExtensions, door = 'adopt' } = of
  const isRequired = language === 'js' && modules === 'cjs'
  const bring = (names: string, from: string): string =>
    isRequired ? `const ${names} = require('${from}')` : `import ${names} from '${from}'`
  const main = `
    ${bring('express', 'express')}
    ${bring('{ Redis }', 'ioredis')}
    ${bring('{ Pool }', 'pg')}
    ${bring(`{ adopt, adoptServer${handler && ', releaseAll'} }`, `./lifecycle/${door}${importExtensions === 'none' ? '' : importExtensions}`)}

    const pool = ${pool}
    const redis = ${redis}
    ${timer}
    const app = express()
    app.get('/', async (request, response) => response.json(await redis.ping()))
    ${server}
    ${handler}
  `
  const files = new Map([[`src/main.${language}`, main]])
  for (const [file, text] of lifecycleFor(of)) files.set(`src/lifecycle/${file}`, text)
  const { findings, unreadable } = createAnalysis(storyHost(files)).check()
  expect(unreadable).toEqual([])
  return findings.map((finding) => sayFinding(finding))
}
