import type { LifecycleVariant } from '../../../codemod/lifecycle/index.ts'

const plain = {
  eol: '\n',
  indent: '  ',
  quote: "'",
  semicolons: false,
  trailingCommas: true,
  spacedBraces: true,
} as const

export const DIALECTS = {
  plain,
  legacy: { ...plain, indent: '    ', quote: '"', semicolons: true, trailingCommas: false },
  windows: { ...plain, indent: '\t', eol: '\r\n', semicolons: true },
} as const

const LANGUAGES = {
  'TypeScript in ES modules': { language: 'ts', modules: 'esm', importExtensions: '.ts' },
  'TypeScript in ES modules, compiled': { language: 'ts', modules: 'esm', importExtensions: '.js' },
  'TypeScript compiled to CommonJS': { language: 'ts', modules: 'cjs', importExtensions: 'none' },
  'JavaScript in ES modules': { language: 'js', modules: 'esm', importExtensions: '.js' },
  'JavaScript in CommonJS': { language: 'js', modules: 'cjs', importExtensions: 'none' },
} as const

export type LanguageName = keyof typeof LANGUAGES

export function variant(language: LanguageName, dialect: keyof typeof DIALECTS = 'plain'): LifecycleVariant {
  return { ...LANGUAGES[language], dialect: DIALECTS[dialect] }
}

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as LanguageName[]
