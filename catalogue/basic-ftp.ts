// https://github.com/patrickjuchli/basic-ftp#client-api
import { define } from './define.ts'

const opens = ['.access()', '.connect()', '.connectImplicitTLS()'] as const

export default define('basic-ftp', [
  { acquire: 'new Client()', kind: 'client', release: '.close()', opens, scope: 'function', settles: 'sync' },
])
