import { check } from './check.ts'
import { FOUND, NOTHING_FOUND } from './exit-codes.ts'
import { assertWritable } from './output-file.ts'
import { showProgress } from './progress.ts'
import { publish } from './publish.ts'
import type { Report } from './report.ts'

interface CheckRun {
  readonly paths: readonly string[]
  readonly strict: boolean
  readonly format: string | undefined
  readonly output: string | undefined
}

/**
 * Checks, and prints or writes what was found.
 * @returns the exit code
 * @throws {CannotRun}
 */
export async function runCheck({ format, output, paths, strict }: CheckRun): Promise<number> {
  if (output !== undefined) assertWritable(output)
  const report = checkShown(paths, strict)
  await publish(report, { format, output })
  return report.findings.length > 0 ? FOUND : NOTHING_FOUND
}

function checkShown(paths: readonly string[], strict: boolean): Report {
  const progress = showProgress(process.stderr)
  try {
    return check({ startedIn: process.cwd(), paths, strict, onProgress: progress.update })
  } finally {
    progress.end()
  }
}
