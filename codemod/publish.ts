import { styleText } from 'node:util'
import { isFormat, loadFormat } from './load-format.ts'
import { writeOutput } from './output-file.ts'
import type { Report } from './report.ts'
import { summary } from './reporters/summary.ts'

/** Prints the report; or writes it, and prints its last line. */
export async function publish(
  report: Report,
  { format = 'text', output }: { readonly format: string | undefined; readonly output: string | undefined },
): Promise<void> {
  const toText = await loadFormat(isFormat(format) ? format : 'text')
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
