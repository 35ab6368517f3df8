import { defineRule } from '../../eslint-plugin/define-rule.ts'

export default defineRule('require-cleanup')
