import type Generator from 'yeoman-generator'
import { InstallError } from './install-error.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs a task of a generator. What we expect to go wrong ends the run with its own line: Yeoman's own way,
 * to throw, puts another line before it.
 */
export async function attempt(generator: Generator, task: () => void | Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (!isExpected(error)) throw error
    generator.cancelCancellableTasks()
    generator.env.emit('error', error)
  }
}

/** Is it an error that ends the run with its message alone? */
export function isExpected(error: unknown): error is UsageError | InstallError | PromptClosed {
  return error instanceof UsageError || error instanceof InstallError || isPromptClosed(error)
}

/** Ctrl-C at a question. */
export interface PromptClosed extends Error {
  readonly name: 'ExitPromptError'
  readonly code?: never
}

function isPromptClosed(error: unknown): error is PromptClosed {
  return error instanceof Error && error.name === 'ExitPromptError'
}
