// https://docs.flagsmith.com/clients/server-side
import { define } from './define.ts'

// Only local evaluation polls.
export default define(
  'flagsmith-nodejs',
  [{ acquire: 'new Flagsmith()', kind: 'client', release: '.close()', when: 'enableLocalEvaluation' }],
  { default: 'Flagsmith' },
)
