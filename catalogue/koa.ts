// https://koajs.com/#app-listen-
import { define } from './define.ts'

export default define(
  'koa',
  [
    { acquire: 'Koa#listen()', kind: 'server', release: '.close()', returns: 'node:http#Server', settles: 'callback' },
    { acquire: 'new Koa()', kind: 'server', opens: [] },
    { wraps: 'Koa#use()' },
    { type: 'Application', is: 'Koa' },
  ],
  { default: 'Koa' },
)
