// https://github.com/kriszyp/lmdb-js#dbclose-promise
import { define } from './define.ts'

export default define('lmdb', [{ acquire: 'open()', kind: 'client', release: '.close()', returns: 'RootDatabase' }])
