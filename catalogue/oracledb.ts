// https://node-oracledb.readthedocs.io/en/latest/api_manual/pool.html#pool.close
import { define } from './define.ts'

export default define('oracledb', [
  {
    acquire: 'createPool()',
    kind: 'client',
    release: ['.close()', '.terminate()', 'getPool().close()'],
    returns: 'Pool',
  },
  {
    acquire: 'getConnection()',
    kind: 'lease',
    release: ['.close()', '.release()'],
    returns: 'Connection',
    scope: 'function',
  },
  {
    acquire: 'Pool#getConnection()',
    kind: 'lease',
    release: ['.close()', '.release()'],
    returns: 'Connection',
    scope: 'function',
  },
])
