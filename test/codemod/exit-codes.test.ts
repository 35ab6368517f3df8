import { expect, test } from 'vitest'
import { exitCodeOf } from '../../codemod/exit-codes.ts'
import { POOL, report, UNREADABLE } from './reported.ts'

test.each([
  ['0 when nothing was found', report([]), 0],
  ['1 when something was', report([POOL]), 1],
  ['0 when a file is no program, and the others are sound', report([], { unreadable: [UNREADABLE] }), 0],
  ['2 when the analysis itself stumbled', report([POOL], { unreadable: [{ ...UNREADABLE, isBug: true }] }), 2],
])('it ends with %s', (_, each, code) => {
  expect(exitCodeOf(each)).toBe(code)
})
