import { describe, expect, test } from 'vitest'
import toGithub from '../../codemod/formats/github.ts'
import toJson from '../../codemod/formats/json.ts'
import toMarkdown from '../../codemod/formats/markdown.ts'
import toText from '../../codemod/formats/text.ts'
import { summary } from '../../codemod/reporters/summary.ts'
import { finding, LIKELY, POOL, report, UNREADABLE } from './reported.ts'

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
    [[], { read: 2, suppressed: 3, known: 12 }, 'Nothing found: 3 suppressed, 12 in the baseline, 2 files read.'],
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
      suppressed: 0,
      known: 0,
      notes: [],
      findings: [
        {
          rule: 'require-cleanup',
          verdict: 'missing',
          confidence: 'certain',
          message: '`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.',
          fingerprint: POOL.fingerprint,
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

describe('github', () => {
  test('is a workflow command for each finding, with what leads to it', () => {
    expect(
      toGithub(report([LIKELY, POOL], { unreadable: [UNREADABLE], notes: ['1 entry is gone.'] })).split('\n'),
    ).toEqual([
      '::warning file=../elsewhere/lib.ts,line=3,endLine=3,col=1,endColumn=7,title=require-exit::`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.',
      '::error file=src/db.ts,line=3,endLine=5,title=require-cleanup::`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.%0Asrc/db.ts:3: It is kept in `pool`.%0Asrc/main.ts:3: It is released here, which no signal reaches.',
      '::warning file=src/broken.ts,line=3,title=not read::Unexpected token',
      '::notice::1 entry is gone.',
      '2 findings (1 certain, 1 likely) in 2 files: 9 files read, 1 not.',
      '',
    ])
  })

  test('a name can neither end a command nor begin one', () => {
    const hostile = { ...POOL, place: { ...POOL.place, file: '/repo/a,line=9::\n::error::b%0A.ts' }, because: [] }
    const [line, ...others] = toGithub(report([{ ...hostile, said: 'one\n::stop-commands::x' }]))
      .trim()
      .split('\n')
    expect(line).toBe(
      '::error file=a%2Cline=9%3A%3A%0A%3A%3Aerror%3A%3Ab%250A.ts,line=3,endLine=5,title=require-cleanup::one ::stop-commands::x',
    )
    expect(others).toHaveLength(1)
  })

  test('names files from the top of the checkout, wherever in it the step runs', () => {
    const top = process.env.GITHUB_WORKSPACE
    process.env.GITHUB_WORKSPACE = '/repo'
    try {
      expect(toGithub(report([POOL], { startedIn: '/repo/src' }))).toContain('::error file=src/db.ts,')
    } finally {
      if (top === undefined) delete process.env.GITHUB_WORKSPACE
      else process.env.GITHUB_WORKSPACE = top
    }
  })
})

describe('markdown', () => {
  test('is a table, with the code and what leads to it folded up below', () => {
    const text = toMarkdown(report([POOL], { unreadable: [UNREADABLE] }))
    expect(text).toContain('**1 finding in 1 file: 9 files read, 1 not.**')
    expect(text).toContain(
      '| `src/db.ts:3:22` | `new Pool()` stays open on SIGTERM: call `.end()` once running work has drained. | require-cleanup |',
    )
    expect(text).toContain(
      '<details><summary>src/db.ts:3:22</summary>\n\n```\n2 │\n3 │   export const pool = new Pool({',
    )
    expect(text).toContain('- `src/db.ts:3:15` It is kept in `pool`.\n')
    expect(text).toContain('- `src/broken.ts:3` Unexpected token\n')
  })

  test('takes names and code for what they are, not for markup', () => {
    const said = 'It is `a | b`, <img src=x> and @someone in *src*.'
    const text = toMarkdown(report([{ ...POOL, said, place: { ...POOL.place, file: '/repo/</summary>`x`.ts' } }]))
    expect(text).toContain('| It is `a \\| b`, \\<img src=x\\> and @\u200Bsomeone in \\*src\\*. |')
    expect(text).toContain('| `` </summary>`x`.ts:3:22 `` |')
    expect(text).toContain('<summary>&lt;/summary&gt;`x`.ts:3:22</summary>')
  })

  test('is never longer than a comment may be, and says how much it left out', () => {
    const text = toMarkdown(report(Array.from({ length: 500 }, () => POOL)))
    expect(text.length).toBeLessThan(65_536)
    const rows = text.match(/^\| `src/gm)?.length ?? 0
    expect(text).toContain(`… and ${500 - rows} more, which`)
  })
})
