import { defineRule } from '../define-rule.ts'

export default defineRule('cleanup-order')
