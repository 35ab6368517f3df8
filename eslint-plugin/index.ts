import type { ESLint } from 'eslint'
import { askEarly } from './ask-index.ts'
import { createConfigs, type Configs } from './configs.ts'
import { meta } from './meta.ts'
import { rules } from './rules/index.ts'

export type { Config, ConfiguredResource } from '../project/index.ts'

const plugin: ESLint.Plugin = { meta, rules }

askEarly()

// The configs hold the plugin, and the plugin the configs.
const complete: Omit<ESLint.Plugin, 'configs'> & { readonly configs: Configs } = Object.assign(plugin, {
  configs: createConfigs(plugin),
})

export default complete

// What `require()` gives.
export { complete as 'module.exports' }
