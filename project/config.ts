import type { Entry, Line } from '../catalogue/index.ts'
import { toObject, toStrings } from './json.ts'
import type { Settings } from './settings.ts'
import { LINE_SHAPES, MODULE_SHAPE, type LineShape } from './line-shapes.ts'

type WithOptionalKind<L> = L extends { readonly kind: infer K } ? Omit<L, 'kind'> & { readonly kind?: K } : L

/** A line of the catalogue with the module that it is about. */
export type ConfiguredResource = WithOptionalKind<Line> & {
  /** Packages, or files of the project relative to this configuration: `./src/lease.ts`. */
  readonly module: string | readonly string[]
  /** The name of the default export, and of what `require()` gives: `Redis`. */
  readonly default?: string
  /** Names that need no import: `setInterval`. */
  readonly globals?: readonly string[]
}

/** What graceful.config.ts, .js or .json holds, or the key `graceful` of package.json. */
export interface Config {
  /** They add to the catalogue. */
  readonly resources?: readonly ConfiguredResource[]
  /** What graceful-codemod does unless its flags say otherwise; only at the root of what is checked. */
  readonly codemod?: Settings
}

export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig'
}

/** The module's name as an entry has it; undefined when it is a file that the project does not have. */
type NameModule = (module: string) => string | undefined

/**
 * Turns what a configuration holds into entries of the catalogue.
 * @throws {InvalidConfig} that names the file and the key, what is there and what was expected
 */
export function toEntries(config: unknown, file: string, nameModule: NameModule): readonly Entry[] {
  const top = toObject(config)
  if (!top) throw wrong(file, 'the configuration', config, 'an object such as { "resources": [] }')
  const stray = Object.keys(top).find((key) => key !== 'resources' && key !== 'codemod' && key !== '$schema')
  if (stray !== undefined)
    throw new InvalidConfig(`${file}: \`${stray}\` is no key of it, expected \`resources\` or \`codemod\`.`)
  if ('codemod' in top && file.includes('/')) {
    throw new InvalidConfig(
      `${file}: \`codemod\` is for the whole project: it belongs into the configuration at its root.`,
    )
  }
  const { resources = [] } = top
  if (!Array.isArray(resources)) throw wrong(file, '`resources`', resources, 'an array')
  const entries = resources.map((resource, index) => toEntry(resource, file, `resources[${index}]`, nameModule))
  return merged(entries)
}

function toEntry(value: unknown, file: string, at: string, nameModule: NameModule): Entry {
  const resource = toObject(value)
  if (!resource) throw wrong(file, `\`${at}\``, value, 'an object such as { "module": …, "acquire": …, "release": … }')
  const about = Object.keys(LINE_SHAPES).find((key) => key in resource)
  const shape = LINE_SHAPES[about ?? 'acquire'] ?? MODULE_SHAPE
  assertShape(resource, [MODULE_SHAPE, shape], file, at)
  const { module, default: name, globals, ...line } = resource
  const modules = toStrings(module).map((each) => {
    const named = nameModule(each)
    if (named === undefined) throw wrong(file, `\`${at}.module\``, each, 'a package or a file of the project')
    return named
  })
  return {
    modules,
    lines: [(about === 'acquire' ? { kind: 'client', ...line } : line) as unknown as Line],
    ...(typeof name === 'string' && { default: name }),
    ...(globals !== undefined && { globals: toStrings(globals) }),
  }
}

function assertShape(value: Readonly<Record<string, unknown>>, shapes: readonly LineShape[], file: string, at: string) {
  const required = new Map(shapes.flatMap((each) => Object.entries(each.required)))
  const allowed = new Map([...required, ...shapes.flatMap((each) => Object.entries(each.optional))])
  for (const key of new Set([...Object.keys(value), ...required.keys()])) {
    const shape = allowed.get(key)
    if (!shape) {
      const names = [...allowed.keys()].map((each) => `\`${each}\``)
      throw new InvalidConfig(`${file}: \`${at}.${key}\` is no key of it, expected one of ${names.join(', ')}.`)
    }
    if (!shape.is(value[key])) throw wrong(file, `\`${at}.${key}\``, value[key], shape.expected)
  }
}

/** One entry for one module: its lines may speak of each other's types. */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const byModules = Map.groupBy(entries, ({ modules }) => modules.join(' '))
  return [...byModules.values()].map((same) =>
    same.reduce((all, each) => ({ ...all, ...each, lines: [...all.lines, ...each.lines] })),
  )
}

function wrong(file: string, key: string, value: unknown, expected: string): InvalidConfig {
  const shown = value === undefined ? 'missing' : JSON.stringify(value)
  return new InvalidConfig(`${file}: ${key} is ${shown}, expected ${expected}.`)
}
