// https://github.com/mike-marcacci/node-redlock#usage
import { define } from './define.ts'

const lock = {
  kind: 'lease',
  release: ['.release()', '.unlock()', 'Redlock#release(it)', 'Redlock#unlock(it)'],
  returns: 'Lock',
  scope: 'function',
} as const

export default define(
  'redlock',
  [
    // It holds nothing but the clients that it is given.
    { wraps: 'new Redlock()', release: '.quit()' },
    { acquire: 'Redlock#acquire()', ...lock },
    // Up to version 4.
    { acquire: 'Redlock#lock()', ...lock },
  ],
  { default: 'Redlock' },
)
