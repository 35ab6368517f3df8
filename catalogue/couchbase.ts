// https://docs.couchbase.com/sdk-api/couchbase-node-client/classes/Cluster.html#close
import { define } from './define.ts'

export default define('couchbase', [
  { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'Cluster' },
  { acquire: 'Cluster.connect()', kind: 'client', release: '.close()', returns: 'Cluster' },
  { acquire: 'new Cluster()', kind: 'client', release: '.close()' },
])
