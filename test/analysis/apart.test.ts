import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAnalysis, RULES, type Analysis, type Finding } from '../../analysis/index.ts'
import { readStories } from './read-stories.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')
/** Each has a quarter of their repository. */
const SERVICES = ['orders', 'payments', 'prices', 'seats']

type Files = ReadonlyMap<string, string>

/** The same service several times in one repository. */
function beside(files: Files): Files {
  return new Map(
    SERVICES.flatMap((name) => [...files].map(([file, text]) => [`services/${name}/${file}`, text] as const)),
  )
}

/** What is found in each file that is judged with its part. */
function findByParts(files: Files): ReadonlyMap<string, readonly Finding[]> | undefined {
  const parts = createAnalysis(storyHost(files), { byParts: true }).ahead()
  if (!parts) return undefined
  const found = new Map<string, readonly Finding[]>()
  for (const told of parts)
    for (const file of told?.files ?? []) {
      expect(found.has(file), file).toBe(false)
      found.set(file, told?.findings.filter(({ place }) => place.file === file) ?? [])
    }
  return found
}

describe('what is found in services one after the other is what a check of all of them finds', () => {
  test.each(Object.keys(RULES))('in the stories of %s', (rule) => {
    let judged = 0
    const stories = globSync(`${rule}/*.md`, { cwd: folder })
      .sort()
      .flatMap((page) => readStories(page, readFileSync(join(folder, page), 'utf8')))
    for (const { at, read } of stories) {
      const files = beside(read().files)
      // Packages have names, and there would be several of each.
      if ([...files.keys()].some((file) => file.endsWith('/package.json'))) continue
      const apart = findByParts(files)
      if (!apart) continue
      judged++
      // Who asks for the stories of all programs has all of them judged together.
      const whole = createAnalysis(storyHost(files)).tell()
      for (const [file, own] of apart)
        expect(own.map(said), `${at} ${file}`).toEqual(
          whole.findings.filter(({ place }) => place.file === file).map(said),
        )
      expect(checked(createAnalysis(storyHost(files)).check()), at).toEqual(checked(whole))
    }
    expect(judged / stories.length).toBeGreaterThan(0.8)
  })
})

describe('services that share', () => {
  const SERVER = `import { createServer } from 'node:http'\nconst server = createServer()\nserver.listen(80)\n`
  const LOGGER = `export const log = (text) => console.log(text)\n`
  const POOL = `import pg from 'pg'\nexport const pool = new pg.Pool()\n`

  /** Each has a few files that matter to nobody, so that what they share is little beside. */
  function services(shared: Files, own: (name: string) => Readonly<Record<string, string>>): Files {
    const routes = ['cancel', 'list', 'pay', 'show'].map(
      (name) => [`${name}.js`, `export const path = '/${name}'\n`] as const,
    )
    const loading = routes.map(([file]) => `import './${file}'\n`).join('')
    const all = SERVICES.flatMap((name) =>
      Object.entries<string>({ 'routes.js': loading, ...Object.fromEntries(routes), ...own(name) }).map(
        ([file, text]) => [`services/${name}/${file}`, text] as const,
      ),
    )
    const batches = ['day', 'month', 'week', 'year'].map((name) => [`batches/${name}.js`, 'export {}\n'] as const)
    return new Map([...shared, ...all, ...batches])
  }

  test('what opens nothing are judged one after the other', () => {
    const files = services(new Map([['shared/log.js', LOGGER]]), () => ({
      'main.js': `import { log } from '../../shared/log.js'\nimport './routes.js'\n${SERVER}`,
    }))
    const found = findByParts(files) ?? new Map<string, Finding[]>()
    expect([...found.keys()].sort()).toEqual([...files.keys()].sort())
    for (const [file, own] of found)
      expect(own.map(({ message }) => message)).toEqual(file.endsWith('main.js') ? ['noSignalHandler'] : [])
  })

  test('what opens something are judged together, for only all of them tell what becomes of that', () => {
    const files = services(new Map([['shared/db.js', POOL]]), () => ({
      'main.js': `import '../../shared/db.js'\nimport './routes.js'\n${SERVER}`,
    }))
    expect(findByParts(files)).toBeUndefined()
    const { findings } = createAnalysis(storyHost(files)).tell()
    for (const file of files.keys())
      expect(createAnalysis(storyHost(files), { byParts: true }).findingsIn(file).map(said)).toEqual(
        findings.filter(({ place }) => place.file === file).map(said),
      )
    expect(findings.some(({ place }) => place.file === 'shared/db.js')).toBe(true)
  })

  test('a handler that only some of them ask for are judged together', () => {
    const signals = `export function heed(stop) {\n  process.on('SIGTERM', stop)\n  process.on('SIGINT', stop)\n}\n`
    const files = services(new Map([['shared/signals.js', signals]]), (name) => ({
      'main.js':
        name === 'orders'
          ? `import { heed } from '../../shared/signals.js'\n${SERVER}heed(() => server.close(() => process.exit()))\n`
          : `import '../../shared/signals.js'\n${SERVER}`,
    }))
    const messages = (name: string) =>
      createAnalysis(storyHost(files), { byParts: true })
        .findingsIn(`services/${name}/main.js`)
        .map(({ message }) => message)
    expect(messages('prices')).toEqual(['noSignalHandler'])
    expect(messages('orders')).not.toContain('noSignalHandler')
    const analysis = createAnalysis(storyHost(files))
    const { stops } = analysis.check()
    const hearing = stops.filter(({ signals }) => signals.has('SIGTERM')).map(({ entry }) => entry)
    expect(hearing).toEqual(['services/orders/main.js'])
    expect(checked(analysis.check())).toEqual(checked(analysis.tell()))
  })

  test('nothing, and are stopped by the command that runs them, are said to stop so', () => {
    const files = services(new Map(), () => ({
      'package.json': JSON.stringify({ type: 'module', scripts: { start: 'fastify start app.js' } }),
      'app.js': `import './routes.js'\nexport default async (app) => {\n  app.get('/', async () => 'ok')\n}\n`,
    }))
    const analysis = createAnalysis(storyHost(files))
    const { stops } = analysis.check()
    expect(stops.map(({ entry, signals }) => [entry, signals.has('SIGTERM')]).sort()).toEqual(
      SERVICES.map((name) => [`services/${name}/app.js`, true]),
    )
    expect(checked(analysis.check())).toEqual(checked(analysis.tell()))
  })

  test('nothing are checked, and a file that can not be read is said, though no service loads it', () => {
    const broken = new Map([['batches/broken.js', 'export const halt = ((']])
    const files = services(broken, () => ({ 'main.js': `import './routes.js'\n${SERVER}` }))
    expect(findByParts(files)?.has('batches/broken.js')).toBe(true)
    const { unreadable, findings } = createAnalysis(storyHost(files)).check()
    expect(unreadable.map(({ file }) => file)).toEqual(['batches/broken.js'])
    expect(findings).toHaveLength(SERVICES.length)
  })

  test('a folder of plugins that one of them loads are judged with it', () => {
    const plugin = `import pg from 'pg'\nexport default async (app) => {\n  app.decorate('pool', new pg.Pool())\n}\n`
    const main = `import autoload from '@fastify/autoload'
import fastify from 'fastify'
const app = fastify()
app.register(autoload, { dir: new URL('plugins', import.meta.url).pathname })
app.listen({ port: 80 })
`
    const files = beside(
      new Map([
        ['src/main.js', main],
        ['src/plugins/pool.js', plugin],
      ]),
    )
    const found = findByParts(files)
    const { findings } = createAnalysis(storyHost(files)).tell()
    expect(findings.filter(({ place }) => place.file.endsWith('pool.js'))).toHaveLength(SERVICES.length)
    expect([...(found?.values() ?? [])].flat().map(said).sort(byPlace)).toEqual(findings.map(said).sort(byPlace))
  })

  test('what is used where it says what is to be released', () => {
    const printer = `export class LabelPrinter {\n  [Symbol.dispose]() {}\n}\n`
    const files = services(new Map([['shared/label-printer.js', printer]]), () => ({
      'printer.js': `import { LabelPrinter } from '../../shared/label-printer.js'\nexport const printer = new LabelPrinter()\n`,
      'main.js': `import { printer } from './printer.js'\n${SERVER}process.on('SIGTERM', () => server.close())\nprocess.on('SIGINT', () => server.close())\nserver.on('request', () => printer.print())\n`,
    }))
    const { findings } = createAnalysis(storyHost(files)).tell()
    const used = findings.filter(({ place }) => place.file.endsWith('/printer.js'))
    expect(used).toHaveLength(SERVICES.length)
    const found = SERVICES.flatMap((name) =>
      createAnalysis(storyHost(files), { byParts: true }).findingsIn(`services/${name}/printer.js`),
    )
    expect(found.map(said)).toEqual(used.map(said))
  })
})

describe('a service that is edited', () => {
  const server = `import { createServer } from 'node:http'\nexport const server = createServer()\nserver.listen(80)\n`
  const stop = `import { server } from './server.js'\nconst stop = () => server.close(() => process.exit())\nprocess.on('SIGTERM', stop)\nprocess.on('SIGINT', stop)\n`
  const files = beside(
    new Map([
      ['server.js', server],
      ['main.js', stop],
    ]),
  )

  test('is judged by the text that is seen, whatever the others say', () => {
    const analysis = createAnalysis(storyHost(files), { byParts: true })
    const file = 'services/seats/server.js'
    const alone = 'services/seats/main.js'
    const messages = (edited: string, text?: string) => analysis.findingsIn(edited, text).map(({ message }) => message)
    expect(messages(file)).toEqual([])
    expect(messages(file, `${server}\nconst isEdited = true\n`)).toEqual([])
    expect(messages(alone, `import './server.js'\nprocess.on('SIGKILL', () => {})\n`)).toEqual(['uncatchableSignal'])
    expect(messages(file)).toEqual([])
  })
})

function said({ rule, verdict, message, confidence, place, data, because, suggestions }: Finding) {
  return { rule, verdict, message, confidence, place, data, because, suggestions: suggestions.map(({ id }) => id) }
}

function checked({ findings, stops, unreadable, read }: ReturnType<Analysis['check']>) {
  return {
    findings: findings.map(said),
    stops: new Map(stops.map((stop) => [stop.entry, stop])),
    unreadable: new Set(unreadable),
    read,
  }
}

function byPlace(one: ReturnType<typeof said>, other: ReturnType<typeof said>): number {
  return one.place.file.localeCompare(other.place.file) || one.place.start - other.place.start
}
