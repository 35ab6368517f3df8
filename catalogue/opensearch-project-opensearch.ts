// https://github.com/opensearch-project/opensearch-js/blob/main/USER_GUIDE.md
import { define } from './define.ts'

export default define('@opensearch-project/opensearch', [
  { acquire: 'new Client()', kind: 'client', release: '.close()' },
])
