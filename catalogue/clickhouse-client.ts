// https://clickhouse.com/docs/integrations/javascript
import { define } from './define.ts'

export default define('@clickhouse/client', [
  { acquire: 'createClient()', kind: 'client', release: '.close()', returns: 'ClickHouseClient' },
])
