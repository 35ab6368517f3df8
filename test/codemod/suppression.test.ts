import { describe, expect, test } from 'vitest'
import { check } from '../../codemod/check.ts'
import { writeTree } from '../project/written-tree.ts'
import { TICKING, LEAKING } from './trees.ts'

const POOL = 'export const pool = new Pool()'
const PLUGIN = 'graceful-service/require-cleanup'

describe('a finding is answered', () => {
  test.each([
    ['by a comment above it', ['// graceful-ignore-next-line require-cleanup -- the proxy closes it', POOL]],
    ['with the name that the rule has in the plugin', [`// graceful-ignore-next-line ${PLUGIN} -- x`, POOL]],
    ['by a comment in a block', ['/* graceful-ignore-next-line require-cleanup -- x */', POOL]],
    ['among several rules', ['// graceful-ignore-next-line require-cleanup, require-exit -- x', POOL], 1],
    [
      'past an empty line and another comment',
      ['// graceful-ignore-next-line require-cleanup -- x', '', '// Why', POOL],
    ],
    ['for a whole file', ['// graceful-ignore-file require-cleanup -- only ever run by hand', '', POOL]],
    ['with Windows line ends', ['// graceful-ignore-next-line require-cleanup -- x\r', POOL]],
    ['by ESLint’s comment for the next line', [`// eslint-disable-next-line ${PLUGIN} -- x`, POOL]],
    ['by ESLint’s comment in the line', [`${POOL} // eslint-disable-line ${PLUGIN}`]],
    ['by ESLint’s comment for all that follows', [`/* eslint-disable no-console, ${PLUGIN} */`, '', POOL]],
    ['by oxlint’s comment', [`// oxlint-disable-next-line ${PLUGIN}`, POOL]],
  ])('%s', (_, code, others = 0) => {
    const { findings, suppressed } = checkCode(code)
    expect(suppressed).toBe(1)
    expect(findings).toHaveLength(others)
  })
})

describe('a finding is not answered', () => {
  test.each([
    ['by a comment of another rule', ['// graceful-ignore-next-line require-exit -- x', POOL]],
    ['by a comment two lines of code above', ['// graceful-ignore-next-line require-cleanup -- x', 'let a', POOL]],
    ['by words in a string', ['const a = `', '// graceful-ignore-next-line require-cleanup -- x', '`, b = new Pool()']],
    ['by ESLint’s comment that names no rule', ['// eslint-disable-next-line', POOL]],
    ['by ESLint’s comment about rules of others', ['// eslint-disable-next-line no-new', POOL]],
    ['by what ESLint’s comment has ended', [`/* eslint-disable ${PLUGIN} */`, `/* eslint-enable ${PLUGIN} */`, POOL]],
    [
      'by what ESLint’s comment has ended for all rules',
      [`/* eslint-disable ${PLUGIN} */`, '/* eslint-enable */', POOL],
    ],
  ])('%s', (_, code) => {
    const { findings, suppressed } = checkCode(code)
    expect(suppressed).toBe(0)
    expect(findings.map(({ rule }) => rule)).toContain('require-cleanup')
  })

  test('where only another rule is disabled again', () => {
    const code = [`/* eslint-disable ${PLUGIN} */`, '/* eslint-enable graceful-service/require-exit */', POOL]
    expect(checkCode(code)).toMatchObject({ findings: [], suppressed: 1 })
  })
})

describe('the comments are judged too', () => {
  test.each([
    [
      '// graceful-ignore-next-line require-exit -- x',
      'Nothing is found here that `require-exit` says: remove this comment.',
    ],
    [
      '// graceful-ignore-next-line require-clenup -- x',
      'There is no rule `require-clenup`: `require-cleanup` may be meant.',
    ],
    ['// graceful-ignore-next-line all -- x', 'There is no rule `all`: remove this comment.'],
    ['// graceful-ignore-next-line', 'This comment names no rule: write `graceful-ignore-next-line RULE -- reason`.'],
    [
      '// graceful-ignore-next-line require-exit',
      'Nothing is found here that `require-exit` says: remove this comment.',
    ],
    [
      '// graceful-ignore-file require-exit -- x',
      'Nothing is found here that `require-exit` says: remove this comment.',
    ],
  ])('%s', (comment, says) => {
    const { findings } = checkCode([comment, 'export const answer = 42'])
    expect(findings.map(({ said, place: { line, column } }) => ({ said, line, column }))).toEqual([
      { said: says, line: 2, column: 0 },
    ])
  })

  test('one without a reason answers the finding, and is one itself', () => {
    const { findings, suppressed } = checkCode(['// graceful-ignore-next-line require-cleanup', POOL])
    expect(suppressed).toBe(1)
    expect(findings.map(({ verdict }) => verdict)).toEqual(['unexplained-suppression'])
  })

  test('one that answers what is only likely is in use also when only what is certain is reported', () => {
    const found = check({ startedIn: writeTree({ 'api.js': TICKING }), paths: ['.'], strict: true }).findings
    const [first] = found.filter(({ confidence }) => confidence === 'likely')
    if (!first) throw new Error('nothing is likely here any more: this test needs another program')
    const code = TICKING.split('\n').toSpliced(
      first.place.line - 1,
      0,
      `// graceful-ignore-next-line ${first.rule} -- x`,
    )
    const root = writeTree({ 'api.js': code.join('\n') })
    const lenient = check({ startedIn: root, paths: ['.'], strict: false })
    expect(lenient.findings.filter(({ rule }) => rule.includes('suppression'))).toEqual([])
    expect(lenient.suppressed).toBe(0)
    expect(check({ startedIn: root, paths: ['.'], strict: true }).suppressed).toBe(1)
  })
})

/** In a file whose first line imports what it needs. */
function checkCode(code: readonly string[]) {
  const root = writeTree({ ...LEAKING, 'src/db.js': ["import { Pool } from 'pg'", ...code, ''].join('\n') })
  return check({ startedIn: root, paths: ['src/db.js'], strict: false })
}
