import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'
import { call, CLI } from './called.ts'
import { LEAKING } from './trees.ts'

interface BadInput {
  readonly args: readonly string[]
  readonly says: string | RegExp
}

const SHARD = (given: string): string =>
  `--shard: "${given}" is no part of a whole: write 1/3, 2/3 and 3/3 for three parts.`

const NOTHING =
  /^Nothing to check in (empty|notes\.txt|node_modules|ignored): there is no JavaScript or TypeScript file and no deploy file/

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
  {
    args: ['check', '--format=xml'],
    says: '--format: there is no "xml". Choose from github, json, markdown, sarif, text.',
  },
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
  { args: ['check', '--shard=0/3'], says: SHARD('0/3') },
  { args: ['check', '--shard=4/3'], says: SHARD('4/3') },
  { args: ['check', '--shard', 'half'], says: SHARD('half') },
  { args: ['check', '--changed'], says: /^--changed: \/\S+ is in no git repository\.$/ },
  {
    args: ['check', '--baseline=known.txt'],
    says: '--baseline: there is no known.txt: --add-to-baseline makes it of what is found today.',
  },
  {
    args: ['check', '--baseline=src', '--add-to-baseline'],
    says: '--baseline: src is a folder, and has to be a file.',
  },
  {
    args: ['check', '--baseline=old/known.txt', '--add-to-baseline'],
    says: '--baseline: there is no folder old for old/known.txt.',
  },
  { args: ['check', '--baseline=notes.txt'], says: '--baseline: notes.txt:1 is no entry: was it merged by hand?' },
  { args: ['check', '--add-to-baseline'], says: '--add-to-baseline needs --baseline=FILE: which one is meant?' },
  { args: ['check', '--prune-baseline'], says: '--prune-baseline needs --baseline=FILE: which one is meant?' },
  { args: ['check', '--cache-location=notes.txt'], says: /^--cache-location: EEXIST: .*notes\.txt'\.$/ },
  { args: ['check', '--cache-location=notes.txt/cache'], says: /^--cache-location: ENOTDIR: .*\.$/ },
  { args: ['check', '--output=/dev/full'], says: /^--output: ENOSPC: no space left on device, write\.$/ },
  { args: ['check', '--output=/dev/full', '--format=sarif'], says: /^--output: ENOSPC/ },
  { args: ['merge'], says: 'merge needs a FILE: merge --help shows how.' },
  { args: ['merge', 'part-1.json'], says: 'There is no file part-1.json.' },
  { args: ['merge', 'src'], says: /^src can not be read: EISDIR/ },
  { args: ['merge', 'notes.txt'], says: 'notes.txt is no JSON: give what check --format=json has written.' },
  { args: ['merge', 'package.json'], says: /^package\.json is no report that this version can read/ },
  { args: ['merge', '--strict', 'notes.txt'], says: '--strict is a flag of check, not of merge.' },
  { args: ['merg', 'notes.txt'], says: 'There is no command merg: did you mean merge?' },
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

describe('nothing is lost', () => {
  test('when the terminal or the file behind the standard output is full', async () => {
    const command = `"${process.execPath}" "${CLI}" check --format=json > /dev/full; echo "code $?" >&2`
    const { stderr } = await promisify(execFile)('bash', ['-c', command], { cwd: writeTree(LEAKING) })
    expect(stderr).toMatch(/^The report could not be printed: .*ENOSPC.*\ncode 2\n$/)
  })

  test('when one file is binary, one is a link that leads round, and one can not be read', async () => {
    const root = writeTree({ ...LEAKING, 'src/blob.js': '\u0000\uFFFD\u0001pg\u0000' })
    symlinkSync('..', join(root, 'src/round'))
    symlinkSync('itself.js', join(root, 'src/itself.js'))
    // Nobody can read it from its beginning, not even root.
    symlinkSync('/proc/self/mem', join(root, 'src/memory.js'))
    const { code, stdout } = await call(root, ['check'])
    expect(code).toBe(1)
    expect(stdout).toContain('src/db.js\n\n  3:21  `new Pool()`')
    if (process.platform === 'linux') {
      expect(stdout).toMatch(/\n {2}src\/memory\.js:1 {2}It can not be read: EIO/)
    }
  })

  test('when several run at once with one cache, one baseline and one report', async () => {
    const root = writeTree(LEAKING)
    const flags = ['--cache-location=cache', '--baseline=known.txt', '--add-to-baseline', '--output=report.json']
    const all = await Promise.all(['', '', ''].map(() => call(root, ['check', '--format=json', ...flags])))
    expect(all.map(({ code, stderr }) => ({ code, stderr }))).toEqual(all.map(() => ({ code: 0, stderr: '' })))
    expect(readFileSync(join(root, 'known.txt'), 'utf8').split('\n')).toHaveLength(3)
    expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'))).toHaveProperty('known', 1)
    expect(readdirSync(root).toSorted()).toEqual(['cache', 'known.txt', 'package.json', 'report.json', 'src'])
    expect(readdirSync(join(root, 'cache'))).toHaveLength(1)
    expect((await call(root, ['check', ...flags.slice(0, 2)])).code).toBe(0)
  })
})

describe('a configuration that makes no sense is said in one line', () => {
  test.each<[object, RegExp]>([
    [
      { codemod: { stric: true } },
      /^graceful\.config\.json: `codemod\.stric` is no key of it, expected one of `strict`/,
    ],
    [{ codemod: { format: 'xml' } }, /^The configuration's `codemod\.format` is "xml", which is none\.$/],
    [{ codemod: { baseline: 'gone.txt' } }, /^--baseline: there is no gone\.txt: --add-to-baseline makes it/],
  ])('%j', async (config, says) => {
    const { code, stdout, stderr } = await call(writeTree({ ...LEAKING, 'graceful.config.json': config }), [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd()).toMatch(says)
  })
})
