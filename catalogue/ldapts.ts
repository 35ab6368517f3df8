// https://github.com/ldapts/ldapts#unbind
import { define } from './define.ts'

export default define('ldapts', [
  { acquire: 'new Client()', kind: 'client', release: '.unbind()', opens: '.bind()', scope: 'function' },
])
