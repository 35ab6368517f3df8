import { realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { findRoot, toKey } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'

/** A file or folder to report on, and the root of what is read for it. */
export interface Target {
  readonly path: string
  readonly root: string
}

/** @throws {CannotRun} when there is no such path */
export function toTarget(startedIn: string, path: string): Target {
  try {
    const real = realpathSync(resolve(startedIn, path))
    const folder = statSync(real).isDirectory() ? real : dirname(real)
    return { path: toKey(real), root: findRoot(folder) ?? toKey(folder) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CannotRun(
      code === 'ENOENT' ? `There is no file or folder ${path}.` : `${path} can not be read (${code}).`,
    )
  }
}

/** Without those below another one, which is analysed with them. */
export function outermost(roots: readonly string[]): readonly string[] {
  const all = [...new Set(roots)]
  return all.filter((root) => !all.some((other) => other !== root && isWithin(other, root)))
}

export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
