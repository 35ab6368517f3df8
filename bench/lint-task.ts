import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ESLint, type Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import plugin from '../eslint-plugin/index.ts'
import { runTask } from './measured.ts'

/** A person types in between, and an index that believes itself for a while has to look again. */
const PAUSE_MS = 300

/**
 * Finds nothing. An ESLint with it takes a tenth to a seventh longer than one without any rule, which nobody runs: what
 * ESLint does for the first rule is no cost of the plugin's.
 */
const idle: Linter.Config = {
  plugins: { bench: { rules: { idle: { create: () => ({}) } } } },
  rules: { 'bench/idle': 'error' },
}

await runTask({
  lint: async (folder, how) => {
    const eslint = createESLint(folder, how === 'with')
    const start = performance.now()
    const results = await eslint.lintFiles('.')
    const ms = performance.now() - start
    const failed = results.find(({ fatalErrorCount }) => fatalErrorCount > 0)
    if (failed) console.error(`${failed.filePath}: ${failed.messages[0]?.message ?? ''}`)
    return [ms]
  },

  /** A file that is changed, saved and linted again and again, as [with, without, with, without, …]. */
  relint: async (folder, file, rounds) => {
    const linters = [createESLint(folder, true), createESLint(folder, false)]
    const text = readFileSync(file, 'utf8')
    for (const linter of linters) await linter.lintText(text, { filePath: file })
    const times: number[] = []
    for (let round = 0; round < Number(rounds); round++) {
      const changed = `${text}\nexport const round${round} = ${round}\n`
      writeFileSync(file, changed)
      for (const linter of linters) {
        await sleep(PAUSE_MS)
        const start = performance.now()
        await linter.lintText(changed, { filePath: file })
        times.push(performance.now() - start)
      }
    }
    writeFileSync(file, text)
    return times
  },
})

/** With typescript-eslint's parser, no types, and no other rules that work, which would make the plugin's share look smaller. */
function createESLint(folder: string, withPlugin: boolean): ESLint {
  const files = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}']
  const base: Linter.Config = { files, languageOptions: { parser: tseslint.parser }, ...idle }
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [base, ...(withPlugin ? [{ ...plugin.configs.strict, files }] : [])],
  })
}
