#!/usr/bin/env node
import { isExpected } from './attempt.ts'
import { CALLED_AS } from './called-as.ts'
import { splitArguments } from './command-line.ts'
import { describeText } from './describe.ts'
import { readGiven } from './given.ts'
import { helpText } from './help.ts'
import { loadScaffold } from './load-scaffold.ts'

const CALL = 'npx create-graceful-service'
const INTERRUPTED = 130

try {
  await create(process.argv.slice(2))
} catch (error) {
  // What we expect is a line; anything else is a bug, and keeps its stack.
  if (!isExpected(error)) throw error
  console.error(error.message)
  process.exitCode = error.code ?? INTERRUPTED
}

async function create(argv: readonly string[]): Promise<void> {
  const { app } = loadScaffold().commands
  const line = splitArguments(argv, app)
  const { switches } = readGiven(line, app)
  if (switches.help || switches.describe) {
    console.log(switches.help ? helpText(app) : describeText(app))
    return
  }
  // Not before they are needed: a mistake is said, and --help answers, in a tenth of the time.
  const [{ createEnv }, { default: AppGenerator }] = await Promise.all([
    import('yeoman-environment'),
    import('./app/index.ts'),
  ])
  const env = createEnv()
  env.register(AppGenerator, { namespace: 'graceful-service:app', resolved: import.meta.filename })
  const options: Record<PropertyKey, unknown> = { ...toOptions(line.flags), [CALLED_AS]: CALL }
  await env.run(['graceful-service:app', ...line.words], options)
}

// As yo hands them over, because the environment reads its own ones too: dryRun, force, skipInstall.
function toOptions(flags: ReadonlyMap<string, readonly (string | boolean)[]>): Record<string, unknown> {
  return Object.fromEntries([...flags].map(([flag, values]) => [camelCased(flag), [...values]]))
}

function camelCased(flag: string): string {
  return flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
