// https://docs.datastax.com/en/developer/nodejs-driver/latest/api/class.Client/#shutdown
import { define } from './define.ts'

export default define('cassandra-driver', [{ acquire: 'new Client()', kind: 'client', release: '.shutdown()' }])
