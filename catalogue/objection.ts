// https://vincit.github.io/objection.js/guide/transactions.html#creating-a-transaction
import { define } from './define.ts'

export default define('objection', [
  { begin: 'Model.startTransaction()', end: ['.commit()', '.rollback()'], returns: 'knex#Knex.Transaction' },
  { begin: 'transaction.start()', end: ['.commit()', '.rollback()'], returns: 'knex#Knex.Transaction' },
])
