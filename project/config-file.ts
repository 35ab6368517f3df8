import { createRequire } from 'node:module'
import { posix } from 'node:path'
import { InvalidConfig } from './config.ts'
import { toObject } from './json.ts'

const MODULE = /\/graceful\.config\.[cm]?[jt]s$/
const JSON_FILE = /\/(graceful\.config|package)\.json$/

export function isConfigFile(file: string): boolean {
  return MODULE.test(file) || JSON_FILE.test(file)
}

/**
 * What a file says of our configuration; undefined where it says nothing.
 * @throws {InvalidConfig} when it can not be read
 */
export function readConfigFile(root: string, file: string, read: (file: string) => string | undefined): unknown {
  return MODULE.test(file) ? load(root, file) : parse(root, file, read(file) ?? '')
}

function parse(root: string, file: string, text: string): unknown {
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
function load(root: string, file: string): unknown {
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
