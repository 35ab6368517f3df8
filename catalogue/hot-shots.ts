// https://github.com/brightcove/hot-shots#usage
import { define } from './define.ts'

export default define(
  'hot-shots',
  [{ acquire: 'new StatsD()', kind: 'telemetry', release: '.close()', settles: 'callback', unless: 'mock' }],
  { default: 'StatsD' },
)
