// https://www.elastic.co/docs/reference/apm/agents/nodejs/agent-api#apm-destroy
import { define } from './define.ts'

const release = ['.destroy()', '.flush()', 'destroy()', 'flush()'] as const

export default define('elastic-apm-node', [{ acquire: 'start()', kind: 'telemetry', release, returns: 'Agent' }])
