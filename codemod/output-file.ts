import { randomUUID } from 'node:crypto'
import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotRun } from './cannot-run.ts'

/** Says what is wrong with the name of a file to write, before the work is done for nothing. */
export function assertWritable(path: string): void {
  const folder = dirname(resolve(path))
  if (kindOf(path) === 'folder') throw new CannotRun(`--output: ${path} is a folder, and has to be a file.`)
  if (kindOf(folder) !== 'folder') throw new CannotRun(`--output: there is no folder ${dirname(path)} for ${path}.`)
}

/** Writes the whole file or leaves what was there: a reader never sees half of it. */
export function writeOutput(path: string, text: string): void {
  try {
    // /dev/stdout, or a pipe
    if (kindOf(path) === 'other') {
      writeFileSync(path, text)
      return
    }
    writeWhole(isLink(path) ? realpathSync(path) : path, text)
  } catch (error) {
    throw new CannotRun(`--output: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
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
