import { CannotRun } from './cannot-run.ts'
import { helpText, readCommandLine } from './command-line/index.ts'
import manifest from './package.json' with { type: 'json' }

const FOUND = 1
const COULD_NOT_RUN = 2

// `| head` closes the pipe when it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error)
})

try {
  await run(process.argv.slice(2))
} catch (error) {
  fail(error)
}

async function run(argv: readonly string[]): Promise<void> {
  const asked = readCommandLine(argv)
  if (asked.help || asked.version) {
    process.stdout.write(asked.help ? helpText() : `${manifest.version}\n`)
    return
  }
  // Not before it is needed: help answers at once, and a parser that is not there for this platform is said in a line.
  const { runCheck } = await import('./run-check.ts')
  if (runCheck(asked)) process.exitCode = FOUND
}

function fail(error: unknown): void {
  console.error(whyNot(error))
  process.exitCode = COULD_NOT_RUN
}

function whyNot(error: unknown): string {
  if (error instanceof CannotRun) return error.message
  if (!(error instanceof Error)) return `This is a bug of ${manifest.name}: ${String(error)}`
  const [where = ''] = /\n\s+at .*/.exec(error.stack ?? '') ?? []
  return `This is a bug of ${manifest.name}: ${error.message} ${where}`.replaceAll(/\s+/g, ' ').trim()
}
