// https://docs.slack.dev/tools/bolt-js/reference
import { define } from './define.ts'

export default define('@slack/bolt', [{ acquire: 'new App()', kind: 'server', release: '.stop()', opens: '.start()' }])
