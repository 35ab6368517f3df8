// https://github.com/andywer/pg-listen#api
import { define } from './define.ts'

export default define(
  'pg-listen',
  [
    {
      acquire: 'createSubscriber()',
      kind: 'consumer',
      release: '.close()',
      returns: 'Subscriber',
      opens: '.connect()',
    },
  ],
  { default: 'createSubscriber' },
)
