import { FOUND, NOTHING_FOUND } from './exit-codes.ts'
import { findFixes, type Fixed } from './fix/fix.ts'
import { sayOutcomes } from './fix/say-outcomes.ts'
import { toDiff } from './fix/to-diff.ts'
import { toFixJson } from './fix/to-fix-json.ts'
import { writeFixes } from './fix/write-fixes.ts'
import { onInterruption } from './interruption.ts'
import { assertWritable, writeOutput } from './output-file.ts'
import { showProgress } from './progress.ts'

interface FixRun {
  readonly paths: readonly string[]
  readonly isWriting: boolean
  readonly mayBeDirty: boolean
  readonly todo: boolean
  readonly isJson: boolean
  /** The file that takes the diff. */
  readonly output: string | undefined
}

/**
 * Repairs, and prints the diff or writes the files.
 * @returns the exit code
 * @throws {CannotRun}
 */
export async function runFix(run: FixRun): Promise<number> {
  const { isWriting, mayBeDirty, isJson, output } = run
  if (output !== undefined) assertWritable(output)
  const fixed = await findShown(run)
  const remark = isWriting ? await writeFixes(fixed, { allowDirty: mayBeDirty }) : undefined
  const diff = isJson ? toFixJson(fixed, isWriting) : toDiff(fixed)
  const said = `${remark === undefined ? '' : `${remark}\n\n`}${sayOutcomes(fixed, isWriting)}`
  if (output !== undefined) writeOutput(output, diff)
  const isDiffShown = output === undefined && (isJson || !isWriting)
  if (isDiffShown) process.stdout.write(diff)
  // The diff alone goes to who reads it: `graceful-codemod fix | git apply`.
  if (!isDiffShown) process.stdout.write(said)
  else if (!isJson) process.stderr.write(said)
  return fixed.outcomes.some(({ is }) => is === 'left') ? FOUND : NOTHING_FOUND
}

async function findShown({ paths, todo }: FixRun): Promise<Fixed> {
  const progress = showProgress(process.stderr)
  const forget = onInterruption(progress.end)
  try {
    return await findFixes({ startedIn: process.cwd(), paths, todo, onProgress: progress.update })
  } finally {
    progress.end()
    forget()
  }
}
