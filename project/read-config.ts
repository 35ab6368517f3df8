import { createRequire } from 'node:module'
import { posix } from 'node:path'
import type { Entry } from '../catalogue/index.ts'
import { InvalidConfig, toEntries } from './config.ts'
import { toObject } from './json.ts'
import { createSourceFinder } from './source-finder.ts'

const MODULE = /\/graceful\.config\.[cm]?[jt]s$/
const JSON_FILE = /\/(graceful\.config|package)\.json$/

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
  return files
    .filter((file) => MODULE.test(file) || JSON_FILE.test(file))
    .flatMap((file) => {
      const config = MODULE.test(file) ? load(file) : parse(file, read(file) ?? '')
      if (config === undefined) return []
      return toEntries(config, posix.relative(root, file), (module) => {
        if (!/^\.{1,2}\//.test(module)) return module
        const found = finder.find(posix.join(posix.dirname(file), module))
        return found && `./${posix.relative(root, found)}`
      })
    })

  function parse(file: string, text: string): unknown {
    const isPackage = file.endsWith('/package.json')
    // Most have no such key, and a package.json that is broken is for others to complain about.
    if (isPackage && !text.includes('"graceful"')) return undefined
    try {
      const json: unknown = JSON.parse(text)
      return isPackage ? toObject(json)?.graceful : json
    } catch (error) {
      if (isPackage) return undefined
      throw new InvalidConfig(`${posix.relative(root, file)}: it is no JSON: ${messageOf(error)}`, { cause: error })
    }
  }

  /** Synchronously, because rules are synchronous: Node can require modules, and those in TypeScript from 22.18 on. */
  function load(file: string): unknown {
    const require = createRequire(import.meta.url)
    try {
      Reflect.deleteProperty(require.cache, require.resolve(file))
      const loaded: unknown = require(file)
      return toObject(loaded)?.default ?? loaded
    } catch (error) {
      throw new InvalidConfig(`${posix.relative(root, file)}: it can not be loaded: ${messageOf(error)}`, {
        cause: error,
      })
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
