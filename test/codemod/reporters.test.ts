import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Log, Result } from 'sarif'
import { describe, expect, test } from 'vitest'
import { RULES, type Evidence, type Finding, type Place } from '../../analysis/index.ts'
import type { Report } from '../../codemod/report.ts'
import toJson from '../../codemod/formats/json.ts'
import toSarif from '../../codemod/formats/sarif.ts'
import toText from '../../codemod/formats/text.ts'
import { summary } from '../../codemod/reporters/summary.ts'

const DB = ['// The pool is shared.', '', '\texport const pool = new Pool({', '\t  max: 4,', '\t})', ''].join('\n')
const MAIN = "import { pool } from './db.ts'\n\nprocess.on('exit', () => pool.end())\n"
const TEXTS: Readonly<Record<string, string>> = {
  '/repo/src/db.ts': DB,
  '/repo/src/main.ts': MAIN,
  '/repo/src/a b/100%/ü#?.ts': 'new Pool()\n',
  '/elsewhere/lib.ts': '\n\nopen()\n',
  '/repo/src/long.ts': `${'x'.repeat(500)};new Pool();${'y'.repeat(500)}\n`,
  '/repo/src/\u001B[31mred.ts': 'open(\u001B[2J)\n',
}

function place(file: string, code: string): Place {
  const text = TEXTS[file] ?? ''
  const start = text.indexOf(code)
  const from = pointOf(text, start)
  const to = pointOf(text, start + code.length)
  const end = start + code.length
  return { file, start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function pointOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)?.length ?? 0 }
}

function finding(file: string, code: string, because: readonly Evidence[] = []): Finding {
  return {
    rule: 'require-cleanup',
    verdict: 'missing',
    confidence: 'certain',
    place: place(file, code),
    message: 'missing',
    data: { call: 'new Pool()', release: '.end()' },
    because,
    suggestions: [],
  }
}

function report(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  return { startedIn: '/repo', strict: true, read: 9, findings, unreadable: [], textOf: (file) => TEXTS[file], ...more }
}

const POOL = finding('/repo/src/db.ts', 'new Pool({\n\t  max: 4,\n\t})', [
  { place: place('/repo/src/db.ts', 'pool ='), what: 'It is kept in `pool`.' },
  { place: place('/repo/src/main.ts', 'pool.end()'), what: 'It is released here, which no signal reaches.' },
])
const LIKELY: Finding = { ...finding('/elsewhere/lib.ts', 'open()'), confidence: 'likely', rule: 'require-exit' }
const UNREADABLE = { file: '/repo/src/broken.ts', line: 3, why: 'Unexpected token' }

describe('text', () => {
  test('shows the code with what leads to it, by file, and a line that sums it up', () => {
    const text = toText(report([LIKELY, POOL], { unreadable: [UNREADABLE] }), false)
    expect(text).toBe(
      [
        '../elsewhere/lib.ts',
        '',
        '  3:1  `new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.  require-exit, likely',
        '',
        '    2 │',
        '    3 │ open()',
        '      │ ^^^^^^',
        '',
        'src/db.ts',
        '',
        '  3:22  `new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.  require-cleanup',
        '',
        '    2 │',
        '    3 │   export const pool = new Pool({',
        '      │                       ^^^^^^^^^^',
        '    4 │     max: 4,',
        '',
        '    src/db.ts:3:15    It is kept in `pool`.',
        '    src/main.ts:3:26  It is released here, which no signal reaches.',
        '',
        'Not read, so that nothing is known about them:',
        '  src/broken.ts:3  Unexpected token',
        '',
        '2 findings (1 certain, 1 likely) in 2 files: 9 files read, 1 not.',
        '',
      ].join('\n'),
    )
  })

  test('cuts a long line around the finding', () => {
    const lines = toText(report([finding('/repo/src/long.ts', 'new Pool()')]), false).split('\n')
    const code = lines.find((line) => line.startsWith('    1 │')) ?? ''
    const marks = lines[lines.indexOf(code) + 1] ?? ''
    expect(code.length).toBeLessThan(140)
    expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('new Pool()')
  })

  test('obeys no command to the terminal that code or the name of a file has', () => {
    const file = '/repo/src/\u001B[31mred.ts'
    expect(toText(report([finding(file, 'open')]), false)).not.toContain('\u001B')
  })

  test('says what it can about code that is gone in the meantime', () => {
    const text = toText(report([POOL], { textOf: () => undefined }), false)
    expect(text).toContain('3:22  `new Pool()` stays open')
  })

  test.each([
    [[], { read: 1 }, 'Nothing found: 1 file read.'],
    [[], { read: 3, unreadable: [UNREADABLE] }, 'Nothing found: 3 files read, 1 not.'],
    [[POOL], { read: 1 }, '1 finding in 1 file: 1 file read.'],
    [[POOL, POOL, LIKELY], {}, '3 findings (2 certain, 1 likely) in 2 files: 9 files read.'],
  ])('sums up', (findings, more, line) => {
    expect(summary(report(findings, more))).toBe(line)
  })
})

describe('json', () => {
  test('has a shape that stays', () => {
    expect(JSON.parse(toJson(report([POOL], { unreadable: [UNREADABLE] })))).toEqual({
      version: 1,
      strict: true,
      read: 9,
      findings: [
        {
          rule: 'require-cleanup',
          verdict: 'missing',
          confidence: 'certain',
          message: '`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.',
          ...{ file: 'src/db.ts', line: 3, column: 22, endLine: 5, endColumn: 4 },
          because: [
            {
              what: 'It is kept in `pool`.',
              ...{ file: 'src/db.ts', line: 3, column: 15, endLine: 3, endColumn: 21 },
            },
            {
              what: 'It is released here, which no signal reaches.',
              ...{ file: 'src/main.ts', line: 3, column: 26, endLine: 3, endColumn: 36 },
            },
          ],
        },
      ],
      unreadable: [{ file: 'src/broken.ts', line: 3, why: 'Unexpected token' }],
    })
  })
})

describe('sarif', () => {
  const strange = finding('/repo/src/a b/100%/ü#?.ts', 'new Pool()')
  const full = report([LIKELY, strange, POOL], { unreadable: [UNREADABLE] })

  test.each([
    ['of nothing', report([])],
    ['of all there can be', full],
  ])('a report %s is valid by the schema of SARIF 2.1.0', (_, each) => {
    expect(errorsOf(sarif(each))).toEqual([])
  })

  test('the schema would say no', () => {
    const { runs, ...log } = sarif(full)
    expect(errorsOf({ ...log, runs: [{ ...runs[0], results: [{ ruleId: 'x' }] }] })).not.toEqual([])
  })

  test('describes every rule, and each result has the index of its own', () => {
    const [run] = sarif(full).runs
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(RULES))
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId)
    for (const { helpUri, id } of rules) expect(helpUri).toMatch(new RegExp(`/docs/rules/${id}\\.md$`))
  })

  test('a result stands at the acquisition, and its evidence is related', () => {
    const result = resultsOf(full).at(-1)
    expect(result?.locations).toEqual([located('src/db.ts', 3, 22, 5, 4)])
    expect(result?.relatedLocations).toEqual([
      { id: 0, ...located('src/db.ts', 3, 15, 3, 21), message: { text: 'It is kept in `pool`.' } },
      {
        id: 1,
        ...located('src/main.ts', 3, 26, 3, 36),
        message: { text: 'It is released here, which no signal reaches.' },
      },
    ])
  })

  test('what is certain is an error, what is likely a warning', () => {
    expect(resultsOf(full).map(({ level }) => level)).toEqual(['warning', 'error', 'error'])
  })

  test('paths are URI references from the folder it was started in', () => {
    const uris = resultsOf(full).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)
    expect(uris).toEqual(['../elsewhere/lib.ts', 'src/a%20b/100%25/%C3%BC%23%3F.ts', 'src/db.ts'])
  })

  test('a file that could not be read is a notification', () => {
    const [notification] = sarif(full).runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? []
    expect(notification?.message.text).toBe('Unexpected token')
    expect(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('src/broken.ts')
  })

  test('a fingerprint stays when lines come and go above, and tells findings apart that look alike', () => {
    const twice = 'new Pool()\nnew Pool()\n'
    const one = prints({ '/repo/a.ts': twice })
    const moved = prints({ '/repo/a.ts': `// a\n// b\n${twice}` })
    expect(new Set(one).size).toBe(2)
    expect(moved).toEqual(one)
    expect(prints({ '/repo/b.ts': twice })).not.toEqual(one)
  })
})

function prints(texts: Readonly<Record<string, string>>): unknown[] {
  const findings = Object.entries(texts).flatMap(([file, text]) => {
    return Array.from(text.matchAll(/new Pool\(\)/g), ({ index }): Finding => {
      const { line, column } = pointOf(text, index)
      return { ...POOL, place: { ...POOL.place, file, line, column } }
    })
  })
  return resultsOf(report(findings, { textOf: (file) => texts[file] })).map((each) => each.partialFingerprints)
}

function located(uri: string, startLine: number, startColumn: number, endLine: number, endColumn: number): object {
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  return { physicalLocation: { artifactLocation, region: { startLine, startColumn, endLine, endColumn } } }
}

function sarif(each: Report): Log {
  return JSON.parse(toSarif(each)) as Log
}

function resultsOf(each: Report): readonly Result[] {
  return sarif(each).runs[0]?.results ?? []
}

function errorsOf(log: object): unknown[] {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // Its dialect is JSON Schema's draft 4, of which it uses nothing that has changed since but these two keys.
  const schema: object = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), id: undefined, $schema: undefined }
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  formats.default(ajv)
  const isValid = ajv.compile(schema)
  isValid(log)
  return isValid.errors ?? []
}
