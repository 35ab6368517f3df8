import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Measured {
  /** In ms. */
  readonly times: readonly number[]
  /** The most memory that the process had at any time. */
  readonly peakBytes: number
}

type Task = (one: string, two: string, three: string) => readonly number[] | Promise<readonly number[]>

/** Has a task of one of the files beside this one measured in a process of its own. */
export async function measure(file: string, task: string, ...words: readonly string[]): Promise<Measured> {
  const child = fork(join(import.meta.dirname, file), [task, ...words])
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${task} ended without a figure`)))
  const [measured] = (await Promise.race([once(child, 'message'), ended])) as [Measured]
  return measured
}

/** The other end: runs the task that this process was started for. */
export async function runTask(tasks: Readonly<Record<string, Task>>): Promise<void> {
  const [name = '', one = '', two = '', three = ''] = process.argv.slice(2)
  const times = (await tasks[name]?.(one, two, three)) ?? []
  process.send?.({ times, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies Measured)
}
