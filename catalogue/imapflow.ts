// https://imapflow.com/docs/api/imapflow-client#logout
import { define } from './define.ts'

export default define('imapflow', [
  {
    acquire: 'new ImapFlow()',
    kind: 'client',
    release: ['.logout()', '.close()'],
    opens: '.connect()',
    settles: { '.close()': 'sync' },
    // Then it logs out by itself once it has logged in.
    unless: 'verifyOnly',
  },
  {
    acquire: 'ImapFlow#getMailboxLock()',
    kind: 'lease',
    release: '.release()',
    scope: 'function',
    owner: 'ImapFlow',
    settles: 'sync',
  },
])
