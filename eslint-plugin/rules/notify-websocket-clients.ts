import { defineRule } from '../define-rule.ts'

export default defineRule('notify-websocket-clients')
