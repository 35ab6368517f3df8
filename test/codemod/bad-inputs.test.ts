import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'
import { call } from './called.ts'
import { LEAKING } from './trees.ts'

interface BadInput {
  readonly args: readonly string[]
  readonly says: string | RegExp
}

const NOTHING =
  /^Nothing to check in (empty|notes\.txt|node_modules|ignored): there is no JavaScript or TypeScript file/

const inputs: readonly BadInput[] = [
  { args: ['--strct'], says: 'There is no flag --strct: did you mean --strict?' },
  { args: ['check', '--fromat=json'], says: 'There is no flag --fromat: did you mean --format?' },
  { args: ['check', '--outputs=x'], says: 'There is no flag --outputs: did you mean --output?' },
  { args: ['check', '--fix'], says: 'There is no flag --fix: check --help lists all of them' },
  { args: ['check', '-x'], says: 'There is no flag -x: check --help lists all of them' },
  { args: ['check', '--strict=yes'], says: '--strict takes no value, and was given "yes".' },
  { args: ['check', '--format'], says: '--format needs a value, as in --format=sarif.' },
  { args: ['check', '--format='], says: '--format needs a value, as in --format=sarif.' },
  { args: ['check', '--format', '--strict'], says: '--format needs a value, as in --format=sarif.' },
  { args: ['check', '--format=xml'], says: '--format: there is no "xml". Choose from json, sarif, text.' },
  { args: ['check', '--format=SARIF'], says: '--format: there is no "SARIF". Did you mean sarif?' },
  { args: ['check', '--format=json', '--format=text'], says: '--format is given more than once: it takes one FORMAT.' },
  { args: ['check', '--output'], says: '--output needs a value, as in --output=graceful.sarif.' },
  { args: ['check', '--output', '--strict'], says: '--output needs a value, as in --output=graceful.sarif.' },
  { args: ['check', '--output=src'], says: '--output: src is a folder, and has to be a file.' },
  { args: ['check', '--output=reports/a.json'], says: '--output: there is no folder reports for reports/a.json.' },
  {
    args: ['check', '--output=notes.txt/a.json'],
    says: '--output: there is no folder notes.txt for notes.txt/a.json.',
  },
  { args: ['check', 'sources'], says: 'There is no file or folder sources.' },
  { args: ['check', 'src', 'sources'], says: 'There is no file or folder sources.' },
  { args: ['check', 'notes.txt/src'], says: 'notes.txt/src can not be read (ENOTDIR).' },
  { args: ['chek', 'src'], says: 'There is no command chek: did you mean check?' },
  { args: ['mend', 'src'], says: 'There is no file or folder mend.' },
  { args: ['check', ''], says: 'A PATH is empty: is a variable not set?' },
  { args: ['check', 'empty'], says: NOTHING },
  { args: ['check', 'notes.txt'], says: NOTHING },
  { args: ['check', 'node_modules'], says: NOTHING },
  { args: ['check', 'ignored'], says: NOTHING },
]

describe('a mistake is said in one line, and ends it with 2', () => {
  test.each(inputs)('$args', async ({ args, says }) => {
    const root = writeTree({
      ...LEAKING,
      '.gitignore': 'ignored/\n',
      'notes.txt': 'no code',
      'ignored/a.js': '',
      'node_modules/pg/index.js': '',
    })
    mkdirSync(join(root, 'empty'))
    const { code, stdout, stderr } = await call(root, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd()).toMatch(says)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    if (typeof says === 'string') expect(stderr).toBe(`${says}\n`)
  })
})

test('resources that are described wrongly are said in one line, and end it with 2', async () => {
  const described = { resources: [{ module: 'leases', release: '.end()' }] }
  const { code, stdout, stderr } = await call(writeTree({ ...LEAKING, 'graceful.config.json': described }), [])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^graceful\.config\.json: `resources\[0\]\.acquire` is missing.*\n$/)
})
