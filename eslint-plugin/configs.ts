import type { ESLint, Linter } from 'eslint'
import { NAMESPACE } from './meta.ts'
import { rules } from './rules/index.ts'

/** `recommended` reports what is certain, `strict` what is likely too. */
export type Configs = Readonly<Record<'recommended' | 'strict', Linter.Config>>

export function createConfigs(plugin: ESLint.Plugin): Configs {
  const names = Object.keys(rules).map((name) => `${NAMESPACE}/${name}`)
  return {
    recommended: {
      name: `${NAMESPACE}/recommended`,
      plugins: { [NAMESPACE]: plugin },
      rules: Object.fromEntries(names.map((name) => [name, 'error'])),
    },
    strict: {
      name: `${NAMESPACE}/strict`,
      plugins: { [NAMESPACE]: plugin },
      rules: Object.fromEntries(names.map((name) => [name, ['error', { confidence: 'likely' }]])),
    },
  }
}
