import { FORMAT, OUTPUT, type Asked } from '../command-line/index.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { assertWritable } from '../output-file.ts'
import { publish, toFormat } from '../publish.ts'
import { mergeReports } from './merge-reports.ts'
import { readPart } from './read-part.ts'

/**
 * Prints or writes the report of all parts.
 * @returns the exit code that one check of the whole would have had
 * @throws {CannotRun}
 */
export async function runMerge(asked: Asked): Promise<number> {
  const output = asked.valueOf(OUTPUT)
  if (output !== undefined) assertWritable(output)
  const startedIn = process.cwd()
  const report = mergeReports(
    startedIn,
    asked.words.map((file) => ({ file, json: readPart(file) })),
  )
  await publish(report, { format: toFormat(asked.valueOf(FORMAT)), output })
  return exitCodeOf(report)
}
