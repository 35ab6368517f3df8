// https://mongoosejs.com/docs/connections.html
import { define } from './define.ts'

const session = {
  kind: 'lease',
  release: '.endSession()',
  returns: 'mongodb#ClientSession',
  scope: 'function',
} as const

export default define(
  'mongoose',
  [
    {
      acquire: 'connect()',
      kind: 'client',
      release: ['disconnect()', 'connection.close()', 'connection.destroy()', '.disconnect()', '.connection.close()'],
      returns: 'Mongoose',
    },
    {
      acquire: 'createConnection()',
      kind: 'client',
      release: ['.close()', '.destroy()', 'disconnect()'],
      returns: 'Connection',
    },
    { wraps: 'Connection#asPromise()' },
    { wraps: 'Connection#openUri()' },
    { acquire: 'startSession()', ...session },
    { acquire: 'connection.startSession()', ...session },
    { acquire: 'Connection#startSession()', ...session },
    { acquire: 'Model.startSession()', ...session },
  ],
  { default: 'mongoose' },
)
