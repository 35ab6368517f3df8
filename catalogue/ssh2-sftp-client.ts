// https://github.com/theophilusx/ssh2-sftp-client#end--boolean
import { define } from './define.ts'

export default define(
  'ssh2-sftp-client',
  [{ acquire: 'new SftpClient()', kind: 'client', release: '.end()', opens: '.connect()', scope: 'function' }],
  { default: 'SftpClient' },
)
