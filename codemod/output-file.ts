import { lstatSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotRun } from './cannot-run.ts'
import { writeWhole } from './write-whole.ts'

/** Says what is wrong with the name of a file to write, before the work is done for nothing. */
export function assertWritable(path: string, flag = 'output'): void {
  const folder = dirname(resolve(path))
  if (isFolder(path)) throw new CannotRun(`--${flag}: ${path} is a folder, and has to be a file.`)
  if (!isFolder(folder)) throw new CannotRun(`--${flag}: there is no folder ${dirname(path)} for ${path}.`)
}

/** Writes the whole file or leaves what was there: a reader never sees half of it. */
export function writeOutput(path: string, text: string, flag = 'output'): void {
  try {
    // /dev/stdout, or a pipe
    if (kindOf(path) === 'other') {
      writeFileSync(path, text)
      return
    }
    writeWhole(isLink(path) ? realpathSync(path) : path, text)
  } catch (error) {
    throw new CannotRun(`--${flag}: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

export function isFolder(path: string): boolean {
  return kindOf(path) === 'folder'
}

function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return undefined
  if (stats.isDirectory()) return 'folder'
  return stats.isFile() ? 'file' : 'other'
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}
