import { defineRule } from '../define-rule.ts'

export default defineRule('no-unhandled-shutdown-rejection')
