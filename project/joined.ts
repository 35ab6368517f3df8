import { posix } from 'node:path'

/** A path as it is meant in a folder. Not `resolve`, which takes `C:/` for a name in the current folder. */
export function joined(folder: string, path: string): string {
  return /^([a-z]:)?\//i.test(path) ? posix.normalize(path) : posix.join(folder, path)
}
