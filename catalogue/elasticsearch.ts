// https://www.elastic.co/guide/en/elasticsearch/client/elasticsearch-js/16.x/api-reference.html
import { define } from './define.ts'

export default define('elasticsearch', [
  { acquire: 'new Client()', kind: 'client', release: '.close()', settles: 'sync' },
  { acquire: 'Client()', kind: 'client', release: '.close()', returns: 'Client', settles: 'sync' },
])
