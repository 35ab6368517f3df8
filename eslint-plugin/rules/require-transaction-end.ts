import { defineRule } from '../define-rule.ts'

export default defineRule('require-transaction-end')
