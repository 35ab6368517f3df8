import {
  ADD_TO_BASELINE,
  BASELINE,
  CACHE,
  CACHE_LOCATION,
  CHANGED,
  EXIT_ZERO,
  FORMAT,
  OUTPUT,
  PATHS,
  PRUNE_BASELINE,
  SHARD,
  STRICT,
  type Command,
} from '../command-line/index.ts'

const check: Command = {
  name: 'check',
  summary: 'finds what is left open, and shows what leads to it; changes no file',
  words: PATHS,
  flags: [
    STRICT,
    FORMAT,
    OUTPUT,
    CHANGED,
    SHARD,
    BASELINE,
    ADD_TO_BASELINE,
    PRUNE_BASELINE,
    CACHE,
    CACHE_LOCATION,
    EXIT_ZERO,
  ],
  exits: ['nothing was found', 'something was found'],
  examples: [
    'check',
    'check src/worker apps/api --strict',
    'check --format sarif --output graceful.sarif',
    'check --changed=origin/main --format=github',
    'check --baseline graceful-baseline.txt --add-to-baseline',
    'check --shard 1/3 --exit-zero --format json --output part-1.json',
  ],
  async run(asked) {
    const { runCheck } = await import('../run-check.ts')
    return runCheck(asked)
  },
}

export default check
