import { expect, test } from 'vitest'
import { createAnalysis } from '../../analysis/index.ts'

const SERVER = "import { createServer } from 'node:http'\nconst server = createServer().listen(3000)\n"

function stopsOf(files: Readonly<Record<string, string>>) {
  const all = new Map(Object.entries(files))
  const { stops } = createAnalysis({ files: [...all.keys()], read: (file) => all.get(file) }).check()
  return stops.map(({ entry, signals, deadlineMs }) => ({ entry, signals: [...signals], deadlineMs }))
}

test.each([
  ['a number', 'setTimeout(() => process.exit(1), 30_000)', 30_000],
  ['a product', 'setTimeout(() => process.exit(1), 10 * 1000).unref()', 10_000],
  ['the function that exits', 'setTimeout(process.exit, 5000, 1)', 5000],
  ['a constant of the block', 'const late = 7000\n  setTimeout(() => process.exit(1), late)', 7000],
  ['connections that are cut', 'setTimeout(() => server.closeAllConnections(), 8000)', 8000],
  ['the longest of two', 'setTimeout(() => process.exit(1), 9000)\n  setTimeout(() => process.exit(1), 4000)', 9000],
  ['a text of the environment', 'setTimeout(() => process.exit(1), Number(process.env.GRACE))', undefined],
  ['a timer that ends nothing', 'setTimeout(() => console.log("still here"), 1000)', undefined],
  ['a variable that changes', 'let late = 7000\n  late += 1\n  setTimeout(() => process.exit(1), late)', undefined],
  ['no timer', '', undefined],
])('the deadline of a stop is what its timer says: %s', (_, timer, deadlineMs) => {
  const stop = `function stop() {\n  ${timer}\n  server.close(() => process.exit(0))\n}\n`
  const main = `${SERVER}${stop}process.once('SIGTERM', stop)\n`
  expect(stopsOf({ 'src/main.js': main })).toEqual([{ entry: 'src/main.js', signals: ['SIGTERM'], deadlineMs }])
})

test.each([
  ['its own', 'closeWithGrace(async () => server.close())', 10_000],
  ['the one it is given', 'closeWithGrace({ delay: 2500 }, async () => server.close())', 2500],
  ['none', 'closeWithGrace({ delay: false }, async () => server.close())', undefined],
  ['one that stands elsewhere', 'closeWithGrace({ delay: config.delay }, async () => server.close())', undefined],
])('the deadline of a library: %s', (_, call, deadlineMs) => {
  const main = `import closeWithGrace from 'close-with-grace'\nimport { config } from './config.js'\n${SERVER}${call}\n`
  const [stop] = stopsOf({ 'src/main.js': main, 'src/config.js': 'export const config = read()\n' })
  expect(stop).toMatchObject({ entry: 'src/main.js', deadlineMs })
  expect(stop?.signals).toContain('SIGINT')
})

test('a timer that gives up on a request says nothing about the stop', () => {
  const main = [
    SERVER,
    'const stopping = new AbortController()',
    'setTimeout(() => stopping.abort(), 7_200_000)',
    "process.once('SIGTERM', () => {",
    '  setTimeout(() => stopping.abort(), 7_200_000)',
    '  server.close()',
    '})',
    '',
  ].join('\n')
  expect(stopsOf({ 'src/main.js': main })).toMatchObject([{ deadlineMs: undefined }])
})

test('a script that ends by itself has none', () => {
  expect(stopsOf({ 'bin/migrate.js': "import { Pool } from 'pg'\nawait new Pool().query('SELECT 1')\n" })).toEqual([])
})
