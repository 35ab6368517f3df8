import { defineRule } from '../define-rule.ts'

export default defineRule('no-uncatchable-signals')
