// https://github.com/hunterloftis/throng#all-options-with-defaults
import { define } from './define.ts'

// It passes the signals on to the workers that it forks; the function that each of them runs has to hear them itself.
export default define('throng', [{ acquire: 'throng()', kind: 'process' }], { default: 'throng' })
