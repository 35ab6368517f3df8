// https://github.com/jdesboeufs/connect-mongo#connection-to-mongodb
import { define } from './define.ts'

export default define(
  'connect-mongo',
  [
    {
      acquire: 'MongoStore.create()',
      kind: 'client',
      release: '.close()',
      returns: 'MongoStore',
      unless: ['client', 'clientPromise'],
    },
    // Up to version 3: `const MongoStore = require('connect-mongo')(session)`
    {
      acquire: 'MongoStore()()',
      kind: 'client',
      release: '.close()',
      returns: 'MongoStore',
      unless: ['mongooseConnection', 'client', 'clientPromise'],
    },
  ],
  { default: 'MongoStore' },
)
