// https://github.com/sindresorhus/execa/blob/main/docs/termination.md#current-process-exit
import { define } from './define.ts'

// Its promise ends with the command, and the command with this process: nothing is asked for.
export default define('execa', [{ acquire: 'execa()', kind: 'process' }], { default: 'execa' })
