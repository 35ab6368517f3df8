// https://grammy.dev/advanced/reliability#graceful-shutdown
import { define } from './define.ts'

export default define('grammy', [{ acquire: 'new Bot()', kind: 'consumer', release: '.stop()', opens: '.start()' }])
