// https://www.mongodb.com/docs/drivers/node/current/connect/mongoclient/
import { define } from './define.ts'

export default define('mongodb', [
  { acquire: 'new MongoClient()', kind: 'client', release: '.close()' },
  { acquire: 'MongoClient.connect()', kind: 'client', release: '.close()', returns: 'MongoClient' },
  { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'MongoClient' },
  { wraps: 'MongoClient#connect()' },
  {
    acquire: 'MongoClient#startSession()',
    kind: 'lease',
    release: '.endSession()',
    returns: 'ClientSession',
    scope: 'function',
  },
  { begin: 'ClientSession#startTransaction()', end: ['.commitTransaction()', '.abortTransaction()', '.endSession()'] },
  { acquire: 'MongoClient#db()', kind: 'client', returns: 'Db', opens: [] },
  { acquire: 'Db#collection()', kind: 'client', returns: 'Collection', opens: [] },
  { acquire: 'MongoClient#watch()', kind: 'consumer', release: '.close()', returns: 'ChangeStream' },
  { acquire: 'Db#watch()', kind: 'consumer', release: '.close()', returns: 'ChangeStream' },
  { acquire: 'Collection#watch()', kind: 'consumer', release: '.close()', returns: 'ChangeStream' },
])
