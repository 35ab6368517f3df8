import { describe, expect, test } from 'vitest'
import { ALL } from '../../catalogue/index.ts'
import { InvalidConfig, openProject } from '../../project/index.ts'
import { writeIn, writeTree } from './written-tree.ts'

const LEASE = { module: './src/lease.js', acquire: 'takeLease()', release: '.giveBack()' }
const ENTRY = {
  modules: ['./src/lease.ts'],
  lines: [{ kind: 'client', acquire: 'takeLease()', release: '.giveBack()' }],
}

function entriesOf(files: Readonly<Record<string, string | object>>): unknown {
  return openProject(writeTree({ 'src/lease.ts': '', ...files })).entries
}

describe('the user’s resources are read from', () => {
  const module = `{ resources: [${JSON.stringify(LEASE)}] }`
  test.each([
    ['graceful.config.json', { resources: [LEASE] }],
    ['package.json', { name: 'api', graceful: { resources: [LEASE] } }],
    ['graceful.config.ts', `export default ${module} satisfies object`],
    ['graceful.config.mjs', `export default ${module}`],
    ['graceful.config.cjs', `module.exports = ${module}`],
    ['graceful.config.js', `module.exports = ${module}`],
  ])('%s', (file, content) => {
    expect(entriesOf({ [file]: content })).toEqual([ENTRY])
  })

  test('a package of the workspace, whose files are then named from the root', () => {
    expect(
      entriesOf({ 'packages/db/graceful.config.json': { resources: [LEASE] }, 'packages/db/src/lease.ts': '' }),
    ).toEqual([{ ...ENTRY, modules: ['./packages/db/src/lease.ts'] }])
  })

  test('a configuration as it is after a change, when the project looks again', () => {
    const root = writeTree({ 'src/lease.ts': '', 'graceful.config.json': {} })
    const project = openProject(root)
    expect(project.entries).toEqual([])
    writeIn(root, 'graceful.config.json', { resources: [LEASE] })
    project.refresh()
    expect(project.entries).toEqual([ENTRY])
  })
})

test('lines of one module make one entry, so that they can speak of each other', () => {
  const resources = [
    {
      module: '@shop/db',
      default: 'Db',
      acquire: 'createPool()',
      returns: 'Pool',
      release: '.close()',
      kind: 'client',
    },
    { module: '@shop/db', acquire: 'Pool#lease()', release: ['.free()', 'free(it)'], scope: 'function', kind: 'lease' },
    { module: ['a', 'b'], wraps: 'wrap()' },
  ]
  expect(entriesOf({ 'graceful.config.json': { resources } })).toEqual([
    {
      modules: ['@shop/db'],
      default: 'Db',
      lines: [
        { kind: 'client', acquire: 'createPool()', returns: 'Pool', release: '.close()' },
        { kind: 'lease', acquire: 'Pool#lease()', release: ['.free()', 'free(it)'], scope: 'function' },
      ],
    },
    { modules: ['a', 'b'], lines: [{ wraps: 'wrap()' }] },
  ])
})

describe('what makes no sense is said with file and key', () => {
  test.each([
    ['no object', [], 'graceful.config.json: the configuration is [], expected an object such as { "resources": [] }.'],
    [
      'a stray key',
      { resource: [] },
      'graceful.config.json: `resource` is no key of it, expected `resources` or `codemod`.',
    ],
    ['no list', { resources: {} }, 'graceful.config.json: `resources` is {}, expected an array.'],
    [
      'no resource',
      { resources: ['pg'] },
      'graceful.config.json: `resources[0]` is "pg", expected an object such as { "module": …, "acquire": …, "release": … }.',
    ],
    [
      'no module',
      { resources: [{ acquire: 'take()' }] },
      'graceful.config.json: `resources[0].module` is missing, expected a string, or an array of a string.',
    ],
    [
      'nothing that it is about',
      { resources: [{ module: 'x' }] },
      'graceful.config.json: `resources[0].acquire` is missing, expected a call such as "new Pool()" or "Pool#connect()".',
    ],
    [
      'no call',
      { resources: [LEASE, { module: 'x', acquire: 'take' }] },
      'graceful.config.json: `resources[1].acquire` is "take", expected a call such as "new Pool()" or "Pool#connect()".',
    ],
    [
      'no release',
      { resources: [{ ...LEASE, release: 'close' }] },
      'graceful.config.json: `resources[0].release` is "close", expected such as ".close()", "clearInterval(it)" or "disconnect()", or an array of such as ".close()", "clearInterval(it)" or "disconnect()".',
    ],
    [
      'no kind',
      { resources: [{ ...LEASE, kind: 'pool' }] },
      'graceful.config.json: `resources[0].kind` is "pool", expected "server" or "consumer" or "schedule" or "client" or "timer" or "file" or "process" or "telemetry" or "lease".',
    ],
    [
      'no file',
      { resources: [{ ...LEASE, module: './src/lese.js' }] },
      'graceful.config.json: `resources[0].module` is "./src/lese.js", expected a package or a file of the project.',
    ],
  ])('%s', (_, config, message) => {
    const root = writeTree({ 'src/lease.ts': '', 'graceful.config.json': config })
    expect(() => openProject(root)).toThrow(new InvalidConfig(message))
  })

  test('a misspelt key', () => {
    const root = writeTree({
      'package.json': { graceful: { resources: [{ module: 'x', wraps: 'y()', relase: '.z()' }] } },
    })
    expect(() => openProject(root)).toThrow(
      new InvalidConfig(
        'package.json: `resources[0].relase` is no key of it, expected one of `module`, `wraps`, `default`, `globals`, `release`, `settles`, `repeatable`.',
      ),
    )
  })

  test('JSON that is none', () => {
    const root = writeTree({ 'graceful.config.json': '{' })
    expect(() => openProject(root)).toThrow(/^graceful\.config\.json: it is no JSON: /)
  })

  test('code that throws, and code that waits', () => {
    for (const [name, code] of [
      ['graceful.config.mjs', 'throw new Error("no such table")'],
      ['graceful.config.js', 'await 1\nexport default {}'],
    ] as const) {
      const root = writeTree({ 'package.json': { type: 'module' }, [name]: code })
      expect(() => openProject(root)).toThrow(InvalidConfig)
      expect(() => openProject(root)).toThrow(`${name}: it can not be loaded: `)
    }
  })

  test('while a package.json that is broken is for others to say', () => {
    expect(entriesOf({ 'package.json': '{ "graceful": ' })).toEqual([])
  })
})

test('the whole catalogue could stand in a configuration', () => {
  const resources = ALL.flatMap(({ modules, lines }) => lines.map((line) => ({ module: modules, ...line })))
  const root = writeTree({ 'graceful.config.json': { resources } })
  expect(openProject(root).entries.flatMap(({ lines }) => lines)).toHaveLength(resources.length)
})
