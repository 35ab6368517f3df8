// https://influxdata.github.io/influxdb-client-js/influxdb-client.writeapi.close.html
import { define } from './define.ts'

export default define('@influxdata/influxdb-client', [
  { acquire: 'new InfluxDB()', kind: 'client', opens: [] },
  { acquire: 'InfluxDB#getWriteApi()', kind: 'client', release: ['.close()', '.dispose()'], returns: 'WriteApi' },
])
