// https://keyv.org/docs/keyv/#disconnect
import { define } from './define.ts'

export default define(
  'keyv',
  [
    { acquire: 'new Keyv()', kind: 'client', release: '.disconnect()', when: 'uri', unlessOpen: true },
    { wraps: 'new Keyv()', release: '.disconnect()' },
  ],
  { default: 'Keyv' },
)
