import { styleText } from 'node:util'
import { CannotRun } from './cannot-run.ts'
import { isFormat, loadFormat, type Format } from './load-format.ts'
import { writeOutput } from './output-file.ts'
import type { Report } from './report.ts'
import { summary } from './reporters/summary.ts'

/** @throws {CannotRun} when there is no such format: a flag is looked at before, a configuration is not */
export function toFormat(name = 'text'): Format {
  if (isFormat(name)) return name
  throw new CannotRun(`The configuration's \`codemod.format\` is "${name}", which is none.`)
}

/** Prints the report; or writes it, and prints its last line. */
export async function publish(
  report: Report,
  { format, output }: { readonly format: Format; readonly output: string | undefined },
): Promise<void> {
  const toText = await loadFormat(format)
  if (output === undefined) {
    process.stdout.write(toText(report, hasColours()))
    return
  }
  writeOutput(output, toText(report, false))
  process.stdout.write(`${summary(report)}\n`)
}

/** Node knows when a stream shows colours: by the terminal, NO_COLOR, FORCE_COLOR. */
function hasColours(): boolean {
  return styleText('bold', 'text', { stream: process.stdout }) !== 'text'
}
