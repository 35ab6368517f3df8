import { existsSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CannotRun } from '../cannot-run.ts'
import { readText } from '../read-text.ts'
import { writeWhole } from '../write-whole.ts'
import type { CacheStore } from './cache-store.ts'

const NAME = 'graceful-codemod'

/** Where a cache lies that nobody has given a place: with the repository's other ones, else with the user's. */
export function defaultCacheFolder(root: string, env: NodeJS.ProcessEnv = process.env): string {
  const modules = join(root, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache', NAME)
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), NAME, 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches', NAME)
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), NAME)
}

/**
 * A cache in a folder, which is made where it is missing.
 * @throws {CannotRun} when the folder can not be one
 */
export function openDiskCache(folder: string, onUnwritten: (why: string) => void): CacheStore {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true })
    if (!statSync(path).isDirectory()) throw new Error(`${folder} is no folder`)
  } catch (error) {
    throw new CannotRun(`--cache-location: ${messageOf(error)}.`)
  }
  return {
    folder: path,
    read: (name) => readText(join(path, name)),
    write(name, text) {
      try {
        writeWhole(join(path, name), text)
      } catch (error) {
        onUnwritten(`The cache was not written: ${messageOf(error)}.`)
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
