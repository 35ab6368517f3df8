import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'
import type { RuleName } from '../../analysis/index.ts'
import { rules } from '../../eslint-plugin/rules/index.ts'
import { SMOKE } from './smoke.ts'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

const STRICT = [{ confidence: 'likely' }]
const tester = new RuleTester()

// One of each: the cases that try the analysis are tested without a linter, where they run a hundred times faster.
for (const [name, { valid, invalid, errors }] of Object.entries(SMOKE) as [RuleName, (typeof SMOKE)[RuleName]][]) {
  tester.run(name, rules[name], {
    assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
    valid: [{ name: 'a program without the fault', code: valid, options: STRICT }],
    invalid: [{ name: 'a program with it', code: invalid, options: STRICT, errors }],
  })
}
