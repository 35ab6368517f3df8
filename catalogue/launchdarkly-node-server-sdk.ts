// https://launchdarkly.com/docs/sdk/features/shutdown#nodejs-server-side
import { define } from './define.ts'

export default define(
  ['@launchdarkly/node-server-sdk', 'launchdarkly-node-server-sdk'],
  [{ acquire: 'init()', kind: 'client', release: '.close()', returns: 'LDClient', settles: 'sync' }],
)
