import { FORMAT, OUTPUT, PATHS, STRICT, type Command } from '../command-line/index.ts'

const check: Command = {
  name: 'check',
  summary: 'finds what is left open, and shows what leads to it; changes no file',
  words: PATHS,
  flags: [STRICT, FORMAT, OUTPUT],
  exits: ['nothing was found', 'something was found'],
  examples: ['check', 'check src/worker apps/api --strict', 'check --format sarif --output graceful.sarif'],
  async run(asked) {
    const { runCheck } = await import('../run-check.ts')
    return runCheck({
      paths: asked.words,
      strict: asked.has(STRICT),
      format: asked.valueOf(FORMAT),
      output: asked.valueOf(OUTPUT),
    })
  },
}

export default check
