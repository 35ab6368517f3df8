// https://github.com/Unleash/unleash-node-sdk#stop-unleash
import { define } from './define.ts'

const unleash = {
  kind: 'client',
  release: ['.destroy()', '.destroyWithFlush()', 'destroy()', 'destroyWithFlush()'],
  returns: 'Unleash',
  settles: { '.destroy()': 'sync', 'destroy()': 'sync' },
} as const

export default define('unleash-client', [
  { acquire: 'initialize()', ...unleash },
  { acquire: 'startUnleash()', ...unleash },
  { acquire: 'new Unleash()', ...unleash },
])
