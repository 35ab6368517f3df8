import tseslint from 'typescript-eslint'

export const files = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}']

/**
 * Finds nothing. An ESLint with it takes a tenth to a seventh longer than one without any rule, which nobody runs: what
 * ESLint does for the first rule is no cost of the plugin's.
 * @type {import('eslint').Linter.Config}
 */
const idle = {
  plugins: { bench: { rules: { idle: { create: () => ({}) } } } },
  rules: { 'bench/idle': 'error' },
}

/**
 * With typescript-eslint's parser, no types, and no other rules that work, which would make the plugin's share look smaller.
 * @type {import('eslint').Linter.Config}
 */
export const base = { files, languageOptions: { parser: tseslint.parser }, ...idle }

export default [base]
