// https://www.elastic.co/docs/reference/elasticsearch/clients/javascript/basic-config
import { define } from './define.ts'

export default define('@elastic/elasticsearch', [{ acquire: 'new Client()', kind: 'client', release: '.close()' }])
