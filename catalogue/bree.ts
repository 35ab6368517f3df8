// https://github.com/breejs/bree#instance-options
import { define } from './define.ts'

export default define(
  'bree',
  [{ acquire: 'new Bree()', kind: 'schedule', release: '.stop()', opens: ['.start()', '.run()'] }],
  { default: 'Bree' },
)
