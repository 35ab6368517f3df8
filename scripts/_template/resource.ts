// https://example.com/the-documentation-of-its-close
import { define } from '../../catalogue/define.ts'

export default define('a-package', [{ acquire: 'new Client()', kind: 'client', release: '.close()' }])
