import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeDeploy } from '../../../codemod/deploy/index.ts'
import { readStories } from '../../analysis/read-stories.ts'

const FOLDER = join(import.meta.dirname, 'cases')
const STEP = 5

function judgeAlone(files: ReadonlyMap<string, string>) {
  const read = (file: string): string | undefined => files.get(file.slice('/repo/'.length))
  return judgeDeploy({ root: '/repo', files: [...files.keys()].map((file) => `/repo/${file}`), read, stops: [] })
}

test.each(globSync('*.md', { cwd: FOLDER }).sort())(
  'what breaks off anywhere is judged without a crash: %s',
  (page) => {
    for (const { read } of readStories(page, readFileSync(join(FOLDER, page), 'utf8'))) {
      const { files } = read()
      for (const [file, text] of files) {
        for (let end = 0; end < text.length; end += STEP) judgeAlone(new Map([...files, [file, text.slice(0, end)]]))
      }
    }
  },
)

test.each([
  ['a list that is its own item', 'compose.yaml', 'services: &services\n  payments: *services\n'],
  ['aliases of aliases', 'compose.yaml', bomb()],
  [
    'a constant that is made of itself',
    'ecosystem.config.js',
    'const a = { ...b }\nconst b = a\nmodule.exports = { apps: [b] }\n',
  ],
  ['a stage that is built on itself', 'Dockerfile', 'FROM a AS a\nCMD npm start\n'],
  ['no stage', 'Dockerfile', 'CMD npm start\n'],
  ['nothing but a byte order mark', 'payments.service', '\uFEFF'],
  ['a script of package.json that calls itself', 'Dockerfile', 'FROM node:24\nCMD npm start\n'],
])('%s is no trap', (_, file, text) => {
  const manifest = JSON.stringify({ scripts: { start: 'npm start' } })
  expect(() =>
    judgeAlone(
      new Map([
        ['package.json', manifest],
        [file, text],
      ]),
    ),
  ).not.toThrow()
})

function bomb(): string {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const items = level === 0 ? 'x, x' : `*a${level - 1}, *a${level - 1}`
    return `a${level}: &a${level} [${items}]`
  })
  return `${levels.join('\n')}\nservices: *a29\n`
}
