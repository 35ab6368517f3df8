import { posix } from 'node:path'
import type { Entry } from '../catalogue/index.ts'
import { isConfigFile, readConfigFile } from './config-file.ts'
import { toEntries } from './config.ts'
import { createSourceFinder } from './source-finder.ts'

/**
 * The resources that the user describes, in the root or in any package below it.
 * @throws {InvalidConfig} when a configuration can not be read or makes no sense
 */
export function readConfig(
  root: string,
  files: readonly string[],
  read: (file: string) => string | undefined,
): readonly Entry[] {
  const finder = createSourceFinder(new Set(files))
  return files.filter(isConfigFile).flatMap((file) => {
    const config = readConfigFile(root, file, read)
    if (config === undefined) return []
    return toEntries(config, posix.relative(root, file), (module) => {
      if (!/^\.{1,2}\//.test(module)) return module
      const found = finder.find(posix.join(posix.dirname(file), module))
      return found && `./${posix.relative(root, found)}`
    })
  })
}
