import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { createAnalysis, type Finding } from '../../analysis/index.ts'
import { ALL } from '../../catalogue/index.ts'
import { derivePrograms } from './derive.ts'
import { MARK } from './statements.ts'

const RULES = new Set([
  'require-cleanup',
  'require-scoped-cleanup',
  'require-signal-handlers',
  'require-transaction-end',
])

const FILES = new Map([
  ['package.json', '{ "name": "service", "type": "module", "scripts": { "start": "node main.ts" } }'],
])

const described = ALL.map((entry) => ({
  name: entry.modules[0] ?? '',
  programs: entry.lines.flatMap((line) => derivePrograms(entry, line)),
})).filter(({ programs }) => programs.length > 0)

describe.each(described)('$name', ({ programs }) => {
  test.for(programs)('$story', ({ text, leaks }) => {
    expect(parseSync('main.ts', text).errors).toEqual([])
    const found = findingsOf(text)
    if (!leaks) expect(found.map(toLine), text).toEqual([])
    else {
      expect(found, text).toHaveLength(1)
      expect(text.split('\n')[(found[0]?.place.line ?? 0) - 1], text).toContain(MARK)
    }
  })
})

function findingsOf(text: string): readonly Finding[] {
  const files = new Map(FILES).set('main.ts', text)
  const { findings } = createAnalysis({ files: [...files.keys()], read: (file) => files.get(file) }).check()
  return findings.filter(({ rule }) => RULES.has(rule))
}

function toLine({ rule, place }: Finding): string {
  return `${rule} ${String(place.line)}`
}
