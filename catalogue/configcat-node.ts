// https://configcat.com/docs/sdk-reference/node/#creating-the-configcat-client
import { define } from './define.ts'

export default define(
  ['configcat-node', '@configcat/sdk'],
  [{ acquire: 'getClient()', kind: 'client', release: ['.dispose()', 'disposeAllClients()'], settles: 'sync' }],
)
