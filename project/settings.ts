import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { isConfigFile, readConfigFile } from './config-file.ts'
import { InvalidConfig } from './config.ts'
import { toObject, toStrings } from './json.ts'
import { boolean, some, text, type Shape } from './shape.ts'

/** What graceful-codemod does unless its flags say otherwise. */
export interface Settings {
  /** Report what is likely too. */
  readonly strict?: boolean
  /** How the report is written down: `text`. */
  readonly format?: string
  /** The file of what is known, from the configuration's folder. */
  readonly baseline?: string
  /** More to leave out than .gitignore does, in its syntax, from the root. */
  readonly ignore?: readonly string[]
  /** Keep what was found for the next time. */
  readonly cache?: boolean
}

const SHAPES: Readonly<Record<keyof Settings, Shape>> = {
  strict: boolean,
  format: text,
  baseline: text,
  ignore: some(text),
  cache: boolean,
}

/**
 * The settings in the configuration of a root.
 * @throws {InvalidConfig} when they make no sense, or when two configurations have some
 */
export function readSettings(root: string): Settings {
  const found = configFiles(root).flatMap((file) => {
    const value = toObject(readConfigFile(root, file, readText))?.codemod
    return value === undefined ? [] : [{ name: posix.basename(file), value }]
  })
  const [first, second] = found
  if (first && second) {
    throw new InvalidConfig(`${second.name}: \`codemod\` is in ${first.name} already: one of them has to go.`)
  }
  return first ? toSettings(first.name, first.value) : {}
}

function toSettings(file: string, value: unknown): Settings {
  const settings = toObject(value)
  if (!settings) throw wrong(file, '', value, 'an object such as { "strict": true }')
  for (const [key, each] of Object.entries(settings)) {
    const shape = isSetting(key) ? SHAPES[key] : undefined
    if (!shape) {
      const names = Object.keys(SHAPES).map((name) => `\`${name}\``)
      throw new InvalidConfig(`${file}: \`codemod.${key}\` is no key of it, expected one of ${names.join(', ')}.`)
    }
    if (!shape.is(each)) throw wrong(file, `.${key}`, each, shape.expected)
  }
  return settings.ignore === undefined ? settings : { ...settings, ignore: toStrings(settings.ignore) }
}

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(SHAPES, key)
}

function configFiles(root: string): readonly string[] {
  try {
    return readdirSync(root)
      .map((name) => posix.join(root, name))
      .filter(isConfigFile)
      .sort()
  } catch {
    return []
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

function wrong(file: string, key: string, value: unknown, expected: string): InvalidConfig {
  return new InvalidConfig(`${file}: \`codemod${key}\` is ${JSON.stringify(value)}, expected ${expected}.`)
}
