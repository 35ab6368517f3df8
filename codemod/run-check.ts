import { styleText } from 'node:util'
import { check } from './check.ts'
import type { Asked } from './command-line/index.ts'
import { assertWritable, writeOutput } from './output-file.ts'
import { showProgress } from './progress.ts'
import type { Report } from './report.ts'
import { REPORTERS, summary } from './reporters/index.ts'

/**
 * Checks, and prints or writes what was found; whether anything was.
 * @throws {CannotRun}
 */
export function runCheck({ format, output, paths, strict }: Asked): boolean {
  if (output !== undefined) assertWritable(output)
  const report = checkShown(paths, strict)
  if (output === undefined) process.stdout.write(REPORTERS[format](report, hasColours()))
  else {
    writeOutput(output, REPORTERS[format](report, false))
    process.stdout.write(`${summary(report)}\n`)
  }
  return report.findings.length > 0
}

function checkShown(paths: readonly string[], strict: boolean): Report {
  const progress = showProgress(process.stderr)
  try {
    return check({ startedIn: process.cwd(), paths, strict, onProgress: progress.update })
  } finally {
    progress.end()
  }
}

/** Node knows when a stream shows colours: by the terminal, NO_COLOR, FORCE_COLOR. */
function hasColours(): boolean {
  return styleText('bold', 'text', { stream: process.stdout }) !== 'text'
}
