import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ESLint } from 'eslint'
import lintWith from './lint/with.config.js'
import lintWithout from './lint/without.config.js'
import { runTask } from './measured.ts'

/** A person types in between, and an index that believes itself for a while has to look again. */
const PAUSE_MS = 300

await runTask({
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

function createESLint(folder: string, withPlugin: boolean): ESLint {
  return new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: withPlugin ? lintWith : lintWithout })
}
