import type { LifecycleVariant } from '../../../codemod/lifecycle/index.ts'

/** How old and new repositories write: the lifecycle is brought to them in these. */
const MODERN = {
  eol: '\n',
  indent: '  ',
  quote: "'",
  semicolons: false,
  trailingCommas: true,
  spacedBraces: true,
} as const
const LEGACY = { ...MODERN, indent: '    ', quote: '"', semicolons: true, trailingCommas: false } as const
const TABS = { ...MODERN, indent: '\t' } as const

export const COMMON_JS: LifecycleVariant = {
  language: 'js',
  modules: 'cjs',
  importExtensions: 'none',
  dialect: LEGACY,
}
export const ES_MODULE: LifecycleVariant = { language: 'js', modules: 'esm', importExtensions: '.js', dialect: TABS }
export const TYPESCRIPT: LifecycleVariant = {
  language: 'ts',
  modules: 'esm',
  importExtensions: '.ts',
  dialect: MODERN,
}
