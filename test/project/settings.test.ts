import { describe, expect, test } from 'vitest'
import { readSettings } from '../../project/index.ts'
import { writeTree } from './written-tree.ts'

const codemod = { strict: true, format: 'markdown', baseline: 'known.txt', ignore: 'legacy/', cache: true }

describe('what graceful-codemod does unless its flags say otherwise', () => {
  test.each<[string, string | object]>([
    ['graceful.config.json', { codemod }],
    ['graceful.config.ts', `export default ${JSON.stringify({ codemod })} satisfies object`],
    ['graceful.config.cjs', `module.exports = ${JSON.stringify({ codemod })}`],
    ['package.json', { graceful: { codemod } }],
  ])('stands in %s', (file, content) => {
    expect(readSettings(writeTree({ [file]: content }))).toEqual({ ...codemod, ignore: ['legacy/'] })
  })

  test('may be nothing', () => {
    expect(readSettings(writeTree({ 'package.json': {}, 'graceful.config.json': { resources: [] } }))).toEqual({})
  })
})

describe('a mistake is named, with what was expected', () => {
  test.each<[object, string]>([
    [
      { stric: true },
      '`codemod.stric` is no key of it, expected one of `strict`, `format`, `baseline`, `ignore`, `cache`.',
    ],
    [{ strict: 'yes' }, '`codemod.strict` is "yes", expected `true` or `false`.'],
    [{ baseline: 4 }, '`codemod.baseline` is 4, expected a string.'],
    [{ ignore: [1] }, '`codemod.ignore` is [1], expected a string, or an array of a string.'],
    [[], '`codemod` is [], expected an object such as { "strict": true }.'],
    [{ toString: true }, '`codemod.toString` is no key of it, expected one of'],
  ])('%j', (wrong, says) => {
    const root = writeTree({ 'graceful.config.json': { codemod: wrong } })
    expect(() => readSettings(root)).toThrow(`graceful.config.json: ${says}`)
  })

  test('when two files have settings', () => {
    const root = writeTree({ 'graceful.config.json': { codemod }, 'package.json': { graceful: { codemod } } })
    expect(() => readSettings(root)).toThrow('package.json: `codemod` is in graceful.config.json already')
  })
})
