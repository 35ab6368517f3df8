// https://sequelize.org/docs/v6/getting-started/#closing-the-connection
import { define } from './define.ts'

export default define(
  ['sequelize', '@sequelize/core'],
  [
    { acquire: 'new Sequelize()', kind: 'client', release: '.close()' },
    {
      begin: 'Sequelize#transaction()',
      end: ['.commit()', '.rollback()'],
      returns: 'Transaction',
      managed: true,
    },
    { begin: 'Sequelize#startUnmanagedTransaction()', end: ['.commit()', '.rollback()'], returns: 'Transaction' },
  ],
  { default: 'Sequelize' },
)
