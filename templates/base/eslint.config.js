import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import graceful from 'eslint-plugin-graceful-service'
import tseslint from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['**/*.cjs']), // configuration of tools that load CommonJS
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  graceful.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  // node:test's test() returns a promise that the runner awaits by itself.
  { files: ['test/**'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
)
