import { checkAside } from './check-aside.ts'
import type { Check } from './check.ts'
import { onInterruption } from './interruption.ts'
import { showProgress } from './progress.ts'
import type { ToldReport } from './report.ts'

/** Checks, with a bar on the terminal that goes away whatever comes of it. @throws {CannotRun} */
export async function checkShown(asked: Check): Promise<ToldReport> {
  const progress = showProgress(process.stderr)
  const forget = onInterruption(progress.end)
  try {
    return await checkAside({ ...asked, onProgress: progress.update })
  } finally {
    progress.end()
    forget()
  }
}
