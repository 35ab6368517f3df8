// https://github.com/chill117/express-mysql-session#closing-the-session-store
import { define } from './define.ts'

export default define(
  'express-mysql-session',
  [{ acquire: 'MySQLStore()()', kind: 'client', release: '.close()', returns: 'MySQLStore', unlessOpen: true }],
  { default: 'MySQLStore' },
)
