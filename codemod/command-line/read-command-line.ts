import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CannotRun } from '../cannot-run.ts'
import { FORMATS, type Format } from '../reporters/formats.ts'
import { closest } from './closest.ts'
import { FLAGS, type Flag, type FlagName } from './flags.ts'

/** What the words of a shell ask for. */
export interface Asked {
  readonly paths: readonly string[]
  readonly strict: boolean
  readonly format: Format
  readonly output: string | undefined
  readonly help: boolean
  readonly version: boolean
}

/** @throws {CannotRun} about the first word that makes no sense */
export function readCommandLine(argv: readonly string[]): Asked {
  const { words, values } = split(argv)
  const [first, ...others] = words
  const paths = first === 'check' ? others : words
  if (paths === words && first !== undefined && closest(first, ['check']) !== undefined && !existsSync(first)) {
    throw new CannotRun(`There is no command ${first}: did you mean check?`)
  }
  if (paths.includes('')) throw new CannotRun('A PATH is empty: is a variable not set?')
  return {
    paths: paths.length > 0 ? paths : ['.'],
    strict: values.has('strict'),
    format: readFormat(values.get('format')),
    output: values.get('output'),
    help: values.has('help'),
    version: values.has('version'),
  }
}

function split(argv: readonly string[]): { words: string[]; values: Map<FlagName, string> } {
  const words: string[] = []
  const values = new Map<FlagName, string>()
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(FLAGS.map((flag: Flag) => [flag.name, toOption(flag)])),
    // Its own complaints name no flag that may have been meant.
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const flag = toFlag(token.name, token.rawName)
    if (values.has(flag.name) && flag.value !== undefined) {
      throw new CannotRun(`--${flag.name} is given more than once: it takes one ${flag.value}.`)
    }
    values.set(flag.name, readValue(flag, token.value, token.inlineValue))
  }
  return { words, values }
}

function toOption({ value, short }: Flag): { type: 'string' | 'boolean'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) }
}

function toFlag(name: string, typed: string): Flag & { readonly name: FlagName } {
  const flag = FLAGS.find((each) => each.name === name)
  if (flag) return flag
  const names = FLAGS.map((each) => each.name)
  const meant = typed.startsWith('--') ? closest(name, names) : undefined
  throw new CannotRun(
    `There is no flag ${typed}: ${meant === undefined ? '--help lists all of them' : `did you mean --${meant}?`}`,
  )
}

function readValue({ name, value, example }: Flag, given: string | undefined, inline: boolean | undefined): string {
  if (value === undefined) {
    if (given !== undefined) throw new CannotRun(`--${name} takes no value, and was given "${given}".`)
    return ''
  }
  // --output --strict
  if (given === undefined || given === '' || (given.startsWith('-') && inline !== true)) {
    throw new CannotRun(`--${name} needs a value, as in --${name}=${example ?? value}.`)
  }
  return given
}

function readFormat(given: string | undefined): Format {
  if (given === undefined) return FORMATS[0]
  const format = FORMATS.find((each) => each === given)
  if (format) return format
  const meant = closest(given, FORMATS)
  const hint = meant === undefined ? `Choose from ${FORMATS.join(', ')}.` : `Did you mean ${meant}?`
  throw new CannotRun(`--format: there is no "${given}". ${hint}`)
}
