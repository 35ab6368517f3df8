import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAnalysis, MESSAGES, RULES, type RuleName } from '../analysis/index.ts'

const PAGES = join(import.meta.dirname, '../eslint-plugin/docs/rules')
const NAMES = Object.keys(RULES) as RuleName[]

interface Example {
  readonly isFaulty: boolean
  readonly story: string
  readonly language: string
  readonly files: ReadonlyMap<string, string>
}

function pageOf(name: string): string {
  return readFileSync(join(PAGES, `${name}.md`), 'utf8')
}

/** The programs of a page; a line such as `// db.js` begins another file of one. */
function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/^(❌|✅) (.+)\n\n```(js|ts)\n([^]*?)```$/gm)].map(
    ([, mark, story = '', language = '', code = '']) => {
      const pieces = code.split(/^\/\/ ([\w-]+\.[jt]s)\n/m)
      const [whole = '', ...named] = pieces
      const files = new Map<string, string>(named.length > 0 ? [] : [[`main.${language}`, whole]])
      for (let at = 0; at < named.length; at += 2) files.set(named[at] ?? '', named[at + 1] ?? '')
      return { isFaulty: mark === '❌', story, language, files }
    },
  )
}

test('each rule has a page, and each page a rule', () => {
  const pages = globSync('*.md', { cwd: PAGES }).map((page) => basename(page, '.md'))
  expect(pages.toSorted()).toEqual(NAMES.toSorted())
})

describe.each(NAMES)('the page of %s', (name) => {
  const page = pageOf(name)
  const examples = examplesOf(page)

  test('says why first, then shows it, and says when not to use it', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings.filter((heading) => heading !== 'Your own resources')).toEqual([
      'Examples',
      'What it says',
      'Options',
      'When not to use it',
      'Further reading',
    ])
    const [why = ''] = page.split('<!-- end auto-generated rule header -->')[1]?.trim().split('\n') ?? []
    expect(why.length).toBeGreaterThan(200)
  })

  test('has faulty and good examples, in JavaScript and in TypeScript', () => {
    const kinds = new Set(examples.map(({ isFaulty, language }) => `${isFaulty ? '❌' : '✅'} ${language}`))
    expect([...kinds].toSorted()).toEqual(['✅ js', '✅ ts', '❌ js', '❌ ts'].toSorted())
    expect(examples).toHaveLength([...page.matchAll(/^[❌✅]/gmu)].length)
  })

  test('has every sentence that the rule can say', () => {
    const said = page.slice(page.indexOf('## What it says'), page.indexOf('## Options'))
    const sentences = [...said.matchAll(/^- (.+)$/gm)].map(([, sentence]) => sentence)
    const { messages, suggestions } = RULES[name]
    expect(sentences).toEqual([...messages, ...suggestions].map((id) => MESSAGES[id]))
  })

  test.each(examples)('$story', ({ isFaulty, files }) => {
    const { findings, unreadable } = createAnalysis({
      files: [...files.keys()],
      read: (file) => files.get(file),
    }).check()
    expect(unreadable).toEqual([])
    if (isFaulty) expect(findings.map(({ rule }) => rule)).toContain(name)
    // What another rule thinks likely is for that rule's page.
    else expect(findings.filter(({ rule, confidence }) => rule === name || confidence === 'certain')).toEqual([])
  })
})
