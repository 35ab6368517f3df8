// https://nodemailer.com/smtp/pooled/
import { define } from './define.ts'

export default define('nodemailer', [
  {
    acquire: 'createTransport()',
    kind: 'client',
    release: '.close()',
    when: 'pool',
    returns: 'Transporter',
    settles: 'sync',
  },
])
