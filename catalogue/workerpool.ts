// https://github.com/josdejong/workerpool#pool
import { define } from './define.ts'

export default define('workerpool', [{ acquire: 'pool()', kind: 'process', release: '.terminate()', returns: 'Pool' }])
