import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAnalysis, RULES, type Finding } from '../../analysis/index.ts'
import { readStories } from './read-stories.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')
/** It changes what a file says, and nothing that is found in it. */
const ADDED = '\nvar isEdited = {}\n'

describe('what is found in a file while it is edited is what a check of the whole tree finds there', () => {
  test.each(Object.keys(RULES))('in the stories of %s', (rule) => {
    for (const page of globSync(`${rule}/*.md`, { cwd: folder }).sort())
      for (const { at, read } of readStories(page, readFileSync(join(folder, page), 'utf8'))) {
        const { files } = read()
        const analysis = createAnalysis(storyHost(files))
        const { findings } = analysis.check()
        for (const [file, text] of files) {
          if (!/\.[cm]?[jt]sx?$/.test(file)) continue
          const own = findings.filter(({ place }) => place.file === file)
          expect(analysis.findingsIn(file, text + ADDED).map(said), `${at} ${file}`).toEqual(own.map(said))
        }
      }
  })
})

describe('of two services that share a file', () => {
  const shared = `export class Signals {
  heed(stop) {
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  }
}
`
  const server = `import { createServer } from 'node:http'\nconst server = createServer()\nserver.listen(80)\n`
  const files = new Map([
    [
      'services/orders/main.js',
      `import { Signals } from '../../shared/signals.js'\n${server}new Signals().heed(() => server.close())\n`,
    ],
    ['services/prices/main.js', `import '../../shared/signals.js'\n${server}`],
    ['shared/signals.js', shared],
  ])

  test('the one that is edited does not hear the signals that only the other asks for', () => {
    const analysis = createAnalysis(storyHost(files))
    const file = 'services/prices/main.js'
    const before = analysis.findingsIn(file)
    expect(before.map(({ message }) => message)).toEqual(['noSignalHandler'])
    expect(analysis.findingsIn(file, (files.get(file) ?? '') + ADDED)).toEqual(before)
  })
})

describe('an import that is written and taken away again', () => {
  const server = `import { createServer } from 'node:http'\nexport const server = createServer()\nserver.listen(80)\n`
  const heeding = `import { heed } from './signals.js'\n${server}heed(() => server.close())\n`
  const main = 'src/main.js'
  const files = new Map([
    [main, heeding],
    [
      'src/signals.js',
      `export function heed(stop) {\n  process.on('SIGTERM', stop)\n  process.on('SIGINT', stop)\n}\n`,
    ],
    ['test/main.js', server],
  ])
  const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message)
  const heard = messages(createAnalysis(storyHost(files)).findingsIn(main))

  test.each([
    ['taken away', heeding],
    ['added', server],
  ])('counts for as long as it stands there, when it is %s', (_, saved) => {
    const analysis = createAnalysis(storyHost(new Map([...files, [main, saved]])))
    for (const text of [server, server, heeding, heeding, server, saved, undefined])
      expect(messages(analysis.findingsIn(main, text))).toEqual(
        (text ?? saved) === heeding ? heard : ['noSignalHandler'],
      )
    expect(heard).not.toContain('noSignalHandler')
  })

  test('changes nothing in another file', () => {
    const analysis = createAnalysis(storyHost(files))
    const edited = `import '../src/main.js'\n${server}`
    for (let round = 0; round < 2; round++) {
      analysis.findingsIn('test/main.js', edited)
      expect(messages(analysis.findingsIn(main, heeding + ADDED))).toEqual(heard)
    }
  })
})

function said({ rule, verdict, confidence, place, data, because, suggestions }: Finding) {
  return { rule, verdict, confidence, place, data, because, suggestions: suggestions.map(({ id }) => id) }
}
