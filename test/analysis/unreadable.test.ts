import { expect, test } from 'vitest'
import { createAnalysis } from '../../analysis/index.ts'
import { storyHost } from './story-host.ts'

const database = `import { Pool } from 'pg'
export const open = () => new Pool()
`
const main = `import http from 'node:http'
import { stop } from './store.js'
const server = http.createServer((request, response) => response.end())
server.listen(3000)
process.on('SIGTERM', () => { server.close(); stop() })
process.on('SIGINT', () => { server.close(); stop() })
`
const store = `import { open } from './database.js'
const pool = open()
export const stop = () => pool.query('SELECT 1')
`

test('what goes to a file that cannot be read may be closed there', () => {
  // Flow's casts are no language that is read.
  const flow = `// @flow\nconst rows = (1: any)\n${store}`
  expect(rulesFor(store)).toEqual(['require-cleanup'])
  expect(rulesFor(flow)).toEqual([])
})

test('a file that cannot be read is said once, in however many rounds it is asked for', () => {
  const files = new Map([
    ['src/broken.js', 'export const halt = (('],
    [
      'src/main.js',
      "import { halt } from './broken.js'\nimport { pause } from './one.js'\nprocess.on('SIGTERM', () => { halt(); pause() })\n",
    ],
    ['src/one.js', "import { wait } from './two.js'\nexport const pause = () => wait()\n"],
    ['src/two.js', "import { rest } from './three.js'\nexport const wait = () => rest()\n"],
    ['src/three.js', 'export const rest = () => undefined\n'],
  ])
  const { unreadable } = createAnalysis(storyHost(files)).check()
  expect(unreadable.map(({ file }) => file)).toEqual(['src/broken.js'])
})

function rulesFor(text: string): string[] {
  const files = new Map([
    ['src/main.js', main],
    ['src/database.js', database],
    ['src/store.js', text],
  ])
  const { findings } = createAnalysis(storyHost(files)).check()
  return findings.map(({ rule }) => rule).filter((rule) => rule === 'require-cleanup')
}
