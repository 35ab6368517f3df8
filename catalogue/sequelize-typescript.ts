// https://github.com/sequelize/sequelize-typescript#configuration
import { define } from './define.ts'

export default define('sequelize-typescript', [
  { acquire: 'new Sequelize()', kind: 'client', release: '.close()', returns: 'sequelize#Sequelize' },
  { type: 'Sequelize', is: 'sequelize#Sequelize' },
])
