import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import graceful from 'eslint-plugin-graceful-service'
import tseslint from 'typescript-eslint'

export default defineConfig(
  // The templates are linted as a service lints itself: by their own configuration.
  globalIgnores(['**/dist/', 'templates/', 'test/**/fixtures/', 'coverage/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  graceful.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        // They load what is built, which need not be judged.
        projectService: { allowDefaultProject: ['*/bin/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['eslint-plugin/**/*.ts', 'test/eslint-plugin/*.ts'],
    extends: [eslintPlugin.configs['all-type-checked']],
  },
  {
    files: ['catalogue/*.ts'],
    ignores: ['catalogue/{index,define,all.gen}.ts'],
    rules: { 'max-lines': ['error', { max: 40 }] },
  },
  {
    // It runs in a browser, whose types would reach all that runs in Node.
    files: ['codemod/reporters/html/page.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        addEventListener: 'readonly',
        document: 'readonly',
        location: 'readonly',
        matchMedia: 'readonly',
      },
    },
  },
  { files: ['eslint-plugin/rules/*.ts'], rules: { 'max-lines': ['error', { max: 80 }] } },
)
