// https://github.com/lukeed/polka#listen
import { define } from './define.ts'

export default define(
  'polka',
  [
    {
      acquire: 'polka()',
      kind: 'server',
      release: '.server.close()',
      returns: 'Polka',
      opens: '.listen()',
      settles: 'callback',
    },
    { wraps: 'Polka#use()' },
  ],
  { default: 'polka' },
)
