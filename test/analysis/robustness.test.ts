import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalysis } from '../../analysis/index.ts'
import { mutants } from './mutants.ts'
import { readStories } from './read-stories.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')
const texts = globSync('*/*.md', { cwd: folder })
  .sort()
  .flatMap((page) => readStories(page, readFileSync(join(folder, page), 'utf8')))
  .flatMap(({ read }) => [...read().files].flatMap(([file, text]) => (/\.[cm]?[jt]sx?$/.test(file) ? [text] : [])))

// `npm run robustness` tries a hundred thousand, and every file below node_modules.
test('whatever is typed, the analysis answers', () => {
  let parsed = 0
  fc.assert(
    fc.property(mutants(texts), (files) => {
      const { findings, unreadable, read } = createAnalysis(storyHost(files)).check()
      for (const { place } of findings) expect(files.has(place.file)).toBe(true)
      if (unreadable.length < read) parsed++
    }),
    { numRuns: 1_500 },
  )
  // Most mutants that do not parse are said to be unreadable: as many must be judged.
  expect(parsed).toBeGreaterThan(300)
})

// What each function needed was once looked for in all of the file, which took minutes here.
test('a file of two hundred thousand lines is a file like any other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../node_modules/typescript/lib/typescript.js'), 'utf8')
  const { unreadable, read } = createAnalysis(storyHost(new Map([['src/compiler.js', text]]))).check()
  expect(unreadable).toEqual([])
  expect(read).toBe(1)
})

// Looked for as an import, a text of megabytes took minutes: it has as many folders as it has slashes.
test('what stands in Buffer.from() is no import', () => {
  const asked: string[] = []
  const packed = 'QUJD/'.repeat(1000)
  const text = `import { unpack } from 'msgpackr'
export const countries = unpack(Buffer.from('${packed}', 'base64'))
`
  const host = storyHost(new Map([['src/countries.js', text]]))
  createAnalysis({ ...host, resolve: (specifier) => void asked.push(specifier) }).check()
  expect([...new Set(asked)]).toEqual(['msgpackr'])
})
