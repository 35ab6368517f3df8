import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAnalysis, type Fate, type Finding, type Place, type ProgramStory } from '../../analysis/index.ts'
import { readStories } from './read-stories.ts'
import { storyHost } from './story-host.ts'

type Files = Readonly<Record<string, string>>

function tell(files: Files): readonly ProgramStory[] {
  return createAnalysis(storyHost(new Map(Object.entries(files)))).tell().programs
}

function only(files: Files): ProgramStory {
  const programs = tell(files)
  expect(programs).toHaveLength(1)
  const [program] = programs
  if (!program) throw new Error('There is no program.')
  return program
}

/** What becomes of each resource on a signal, in a line: `pool.end() in step 2`. */
function fatesOf({ resources, stops }: ProgramStory, signal: 'SIGTERM' | 'SIGINT'): string[] {
  const stop = stops.find((each) => each.signal === signal)
  return resources.map(({ written }, index) => {
    const fate = stop?.fates[index]
    const when = fate?.from === undefined ? '' : ` in step ${fate.from}`
    const by = fate?.release === undefined ? '' : ` by ${fate.release.written}`
    const only = fate?.only === undefined ? '' : `, only ${fate.only}`
    return `${written}: ${fate?.state ?? 'untold'}${by}${when}${only}${fate?.isNotAwaited ? ', not awaited' : ''}`
  })
}

const PAYMENTS = {
  'package.json': '{\n  "scripts": {\n    "start": "node src/main.js"\n  }\n}\n',
  'src/db.js': "import { Pool } from 'pg'\nexport const pool = new Pool()\n",
  'src/cache.js': "import { createClient } from 'redis'\nexport const cache = createClient()\nawait cache.connect()\n",
  'src/main.js': `import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { pool } from './db.js'
import { cache } from './cache.js'

const server = createServer((request, response) => {
  pool.query('SELECT 1').then(() => cache.get('rate')).then(() => response.end())
})
server.listen(8080)

async function stop() {
  setTimeout(() => process.exit(1), 10_000).unref()
  await promisify(server.close).call(server)
  await Promise.all([pool.end(), cache.quit()])
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
`,
}

describe('a service that stops right', () => {
  const story = only(PAYMENTS)

  test('is told with what starts it', () => {
    expect(story).toMatchObject({ entry: 'src/main.js', kind: 'service' })
    expect(story.starts).toMatchObject([
      { written: '"start": "node src/main.js"', place: { file: 'package.json', line: 3, column: 4 } },
    ])
  })

  test('opens its resources in the order in which its files are loaded, and listens last', () => {
    expect(story.resources.map(({ written, package: from, isAtStart }) => [written, from, isAtStart])).toEqual([
      ['new Pool()', 'pg', true],
      ['createClient()', 'redis', true],
      ['createServer()', 'node:http', true],
    ])
    expect(story.resources[2]).toMatchObject({ place: { line: 6 }, opened: { line: 9 } })
  })

  test('lets go of them in the order of its handler: the server first, then side by side what it needed', () => {
    const told = [
      'new Pool(): released by pool.end() in step 2',
      'createClient(): released by cache.quit() in step 2',
      'createServer(): released by promisify().call() in step 1',
    ]
    expect(fatesOf(story, 'SIGTERM')).toEqual(told)
    expect(fatesOf(story, 'SIGINT')).toEqual(told)
    expect(story.stops.map(({ steps }) => steps)).toEqual([2, 2])
  })

  test('ends by itself, with a deadline, and says where', () => {
    const [stop] = story.stops
    expect(stop?.heard).toMatchObject([{ by: 'process', written: 'process.once()', place: { line: 17 } }])
    expect(stop?.exits).toMatchObject([{ written: 'process.exit()', place: { line: 15 } }])
    expect(stop?.deadline).toMatchObject({ kind: 'bounded', ms: 10_000, written: '10_000', place: { line: 12 } })
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(story))).toEqual(story)
  })
})

const main = (handler: string): Files => ({
  ...PAYMENTS,
  'src/main.js': PAYMENTS['src/main.js'].replace(/async function stop[^]*/, handler),
})

describe('what goes wrong', () => {
  test('a signal that nothing hears ends the process while all is open', () => {
    const story = only(main("process.once('SIGTERM', async () => { await pool.end(); await cache.quit() })\n"))
    expect(fatesOf(story, 'SIGINT')).toEqual([
      'new Pool(): cut-off',
      'createClient(): cut-off',
      'createServer(): cut-off',
    ])
    expect(story.stops[1]).toMatchObject({ heard: [], exits: [], deadline: { kind: 'unheard' } })
  })

  test('what no signal reaches is left open, and what nobody waits for may not be over', () => {
    const story = only(main("process.once('SIGTERM', () => { server.close(); pool.end() })\n"))
    expect(fatesOf(story, 'SIGTERM')).toEqual([
      'new Pool(): released by pool.end() in step 1',
      'createClient(): left-open',
      'createServer(): released by server.close() in step 1',
    ])
  })

  test('an exit cuts off what has begun to close', () => {
    const story = only(main("process.once('SIGTERM', () => { server.close(); process.exit(0) })\n"))
    expect(fatesOf(story, 'SIGTERM')[2]).toBe('createServer(): cut-off by server.close() in step 1, not awaited')
  })

  test('a wait that nothing ends has no deadline', () => {
    const story = only(main("process.once('SIGTERM', async () => { await cache.quit() })\n"))
    expect(story.stops[0]?.deadline).toEqual({ kind: 'endless' })
  })

  test('what is released only when something fails is said to be', () => {
    const story = only(
      main("process.once('SIGTERM', async () => { try { await cache.quit() } catch { await pool.end() } })\n"),
    )
    expect(fatesOf(story, 'SIGTERM')[0]).toBe('new Pool(): released by pool.end(), only on failure')
  })
})

test('a script that ends by itself owes nothing on a signal', () => {
  const story = only({
    'src/migrate.js':
      "import { Pool } from 'pg'\nconst pool = new Pool()\nawait pool.query('SELECT 1')\nawait pool.end()\n",
  })
  expect(story).toMatchObject({ kind: 'one-shot', stops: [], starts: [] })
})

test('a framework lets go of its server, and the deadline is that of the library which hears the signal', () => {
  const story = only({
    'main.js': `import Fastify from 'fastify'
import closeWithGrace from 'close-with-grace'
import { Pool } from 'pg'
const app = Fastify()
const pool = new Pool()
app.get('/', () => pool.query('SELECT 1'))
app.addHook('onClose', () => pool.end())
closeWithGrace({ delay: 5000 }, () => app.close())
await app.listen({ port: 8080 })
`,
  })
  expect(fatesOf(story, 'SIGTERM')).toEqual([
    'new Pool(): released by pool.end() in step 1',
    'Fastify(): released by app.close() in step 1',
  ])
  expect(story.stops[0]).toMatchObject({
    heard: [{ by: 'library', written: 'closeWithGrace()' }],
    deadline: { kind: 'bounded', ms: 5000, place: { line: 8 } },
  })
})

describe('the picture and the findings', () => {
  const folder = join(import.meta.dirname, 'cases')
  const stories = globSync('{require-cleanup,require-signal-handlers,no-exit-before-drain}/*.md', { cwd: folder })
    .sort()
    .flatMap((page) => readStories(page, readFileSync(join(folder, page), 'utf8')))

  const told = stories.map(({ at, read }) => ({ at, ...createAnalysis(storyHost(read().files)).tell() }))

  test('agree in every story of the rules: what is said to stay open is nowhere shown as released', () => {
    const cleanups = told.flatMap(({ at, findings, programs }) =>
      findings
        .filter(({ rule }) => rule === 'require-cleanup')
        .map((finding) => ({ at, verdict: finding.verdict, agrees: programs.some((each) => agrees(finding, each)) })),
    )
    expect(cleanups.filter((each) => !each.agrees)).toEqual([])
    expect(cleanups.length).toBeGreaterThan(100)
  })

  test('agree the other way round: what is shown as left open has a finding', () => {
    const left = told.flatMap(({ at, findings, programs }) =>
      programs.flatMap(({ resources, stops }) =>
        resources
          .filter((_, index) => stops.some(({ fates }) => fates[index]?.state === 'left-open'))
          .map(({ place, written }) => ({ at, written, isSaid: findings.some((each) => isAbout(each, place)) })),
      ),
    )
    expect(left.filter(({ isSaid }) => !isSaid)).toEqual([])
    expect(left.length).toBeGreaterThan(80)
  })
})

function isAbout({ place, because }: Finding, { file, start }: Place): boolean {
  return [place, ...because.map((step) => step.place)].some((each) => each.file === file && each.start === start)
}

function agrees({ verdict, because: [acquired] }: Finding, { resources, stops }: ProgramStory): boolean {
  const index = resources.findIndex(
    ({ place }) => place.file === acquired?.place.file && place.start === acquired.place.start,
  )
  if (index === -1) return false
  const [onSigterm, onSigint] = stops.map(({ fates }) => isReached(fates[index]))
  if (verdict === 'sigterm-only') return onSigterm === true && onSigint === false
  if (verdict === 'sigint-only') return onSigterm === false && onSigint === true
  return onSigterm === false && onSigint === false
}

/** Whether a signal leads to its release, whether or not that is then over in time. */
function isReached(fate: Fate | undefined): boolean {
  return fate?.state === 'released' || (fate?.state === 'cut-off' && fate.release !== undefined)
}
