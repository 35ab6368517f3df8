import plugin from 'eslint-plugin-graceful-service'
import { base, files } from './without.config.js'

export default [base, { ...plugin.configs.strict, files }]
