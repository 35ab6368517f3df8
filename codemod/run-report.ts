import { checkShown } from './check-shown.ts'
import { exitCodeOf } from './exit-codes.ts'
import { assertWritable, writeOutput } from './output-file.ts'
import { toHtml } from './reporters/html/to-html.ts'
import { toMermaid } from './reporters/mermaid/to-mermaid.ts'
import { summary } from './reporters/summary.ts'

interface ReportRun {
  readonly paths: readonly string[]
  readonly html: string | undefined
  /** Empty: it is printed. */
  readonly mermaid: string | undefined
}

/**
 * Draws what was found, with what is only likely, too: a picture that leaves something out tells a wrong story.
 * @returns the exit code
 * @throws {CannotRun}
 */
export async function runReport({ paths, html, mermaid }: ReportRun): Promise<number> {
  if (html !== undefined) assertWritable(html, 'html')
  if (mermaid) assertWritable(mermaid, 'mermaid')
  const report = await checkShown({ startedIn: process.cwd(), paths, strict: true, tells: true })
  if (html !== undefined) writeOutput(html, toHtml(report), 'html')
  if (mermaid) writeOutput(mermaid, toMermaid(report), 'mermaid')
  // What is printed is for a pipe, and nothing else stands in it.
  process.stdout.write(mermaid === '' ? toMermaid(report) : `${summary(report)}\n`)
  return exitCodeOf(report)
}
