import { PATHS, type Command, type Flag } from '../command-line/index.ts'

const WRITE: Flag = {
  name: 'write',
  description: 'write the files; without it the diff is printed, and no file changes',
}

const ALLOW_DIRTY: Flag = {
  name: 'allow-dirty',
  description: 'write although something is not committed, so that git can not tell the edits apart',
}

const NO_TODO: Flag = { name: 'no-todo', description: 'leave no comment at what is likely, and is not repaired' }

const FORMAT: Flag = {
  name: 'format',
  value: 'FORMAT',
  choices: ['diff', 'json'],
  example: 'json',
  description: 'diff, json (default: diff)',
}

const OUTPUT: Flag = {
  name: 'output',
  value: 'FILE',
  example: 'graceful.patch',
  description: 'put the diff into FILE, and what became of each finding on the terminal',
}

const fix: Command = {
  name: 'fix',
  summary: 'repairs what is found, and prints the diff; each repair is confirmed by a second analysis',
  words: PATHS,
  flags: [WRITE, ALLOW_DIRTY, NO_TODO, FORMAT, OUTPUT],
  exits: ['nothing is left to repair', 'something is left, each with the reason'],
  examples: ['fix', 'fix src/worker --write', 'fix --output graceful.patch'],
  async run(asked) {
    const { runFix } = await import('../run-fix.ts')
    return runFix({
      paths: asked.words,
      isWriting: asked.has(WRITE),
      mayBeDirty: asked.has(ALLOW_DIRTY),
      todo: !asked.has(NO_TODO),
      isJson: asked.valueOf(FORMAT) === 'json',
      output: asked.valueOf(OUTPUT),
    })
  },
}

export default fix
