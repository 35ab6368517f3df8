// https://github.com/EventSource/eventsource#usage
import { define } from './define.ts'

export default define(
  'eventsource',
  [{ acquire: 'new EventSource()', kind: 'client', release: '.close()', settles: 'sync' }],
  { default: 'EventSource' },
)
