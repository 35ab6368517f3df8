import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEPLOY_RULES } from '../../../codemod/deploy/index.ts'
import { judged } from './judged.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../../codemod/docs/deploy.md'), 'utf8')
const [introduction = '', ...sections] = PAGE.split(/^## /m)
const RULES = Object.keys(DEPLOY_RULES)

test('the page has a section for each rule', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(RULES)
})

describe.each(sections.map((section, index) => [RULES[index] ?? '', section] as const))('%s', (rule, section) => {
  const [, ...examples] = section.split(/^(?=[❌✅] )/mu)

  test('has faulty and good examples', () => {
    expect(new Set(examples.map((example) => example.charAt(0)))).toEqual(new Set(['❌', '✅']))
  })

  test.each(examples.map((example) => [example.split('\n')[0] ?? '', example] as const))('%s', (title, example) => {
    const own = filesOf(example)
    expect(own.length).toBeGreaterThan(0)
    const found = judged(new Map([...filesOf(introduction), ...own])).map((finding) => finding.rule)
    expect(found).toEqual(title.startsWith('❌') ? [rule] : [])
  })
})

function filesOf(markdown: string): [string, string][] {
  return [...markdown.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)].map(([, file = '', text = '']) => [file, text])
}
