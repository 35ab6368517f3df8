// https://typescript.temporal.io/api/classes/client.Connection#close
import { define } from './define.ts'

export default define('@temporalio/client', [
  { acquire: 'Connection.connect()', kind: 'client', release: '.close()', returns: 'Connection' },
  { acquire: 'Connection.lazy()', kind: 'client', release: '.close()', returns: 'Connection' },
])
