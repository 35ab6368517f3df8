import { CannotRun } from './cannot-run.ts'
import { helpOf, helpOfAll, readCommandLine } from './command-line/index.ts'
import { COMMANDS } from './commands/all.gen.ts'
import check from './commands/check.ts'
import { COULD_NOT_RUN } from './exit-codes.ts'
import { endOnSignals } from './interruption.ts'
import manifest from './package.json' with { type: 'json' }

// `| head` closes the pipe when it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(new CannotRun(`The report could not be printed: ${error.message}.`))
})
endOnSignals()

try {
  const code = await run(process.argv.slice(2))
  // The standard output may have failed in the meantime.
  process.exitCode ??= code
} catch (error) {
  fail(error)
}

async function run(argv: readonly string[]): Promise<number> {
  const reading = readCommandLine(argv, COMMANDS, check)
  if (reading.asks === 'run') return reading.command.run(reading.asked)
  if (reading.asks === 'version') process.stdout.write(`${manifest.version}\n`)
  else process.stdout.write(reading.command ? helpOf(reading.command) : helpOfAll(COMMANDS, check))
  return 0
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
