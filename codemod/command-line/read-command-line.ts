import { existsSync } from 'node:fs'
import { CannotRun } from '../cannot-run.ts'
import type { Asked } from './asked.ts'
import { closest } from './closest.ts'
import type { Command } from './command.ts'
import { HELP, VERSION } from './common.ts'
import type { Flag } from './flag.ts'
import { splitWords, type Given } from './split-words.ts'

export type Reading =
  | { readonly asks: 'version' }
  /** Of a command, or of the whole program. */
  | { readonly asks: 'help'; readonly command: Command | undefined }
  | { readonly asks: 'run'; readonly command: Command; readonly asked: Asked }

/** @throws {CannotRun} about the first word that makes no sense */
export function readCommandLine(argv: readonly string[], commands: readonly Command[], byDefault: Command): Reading {
  const known = [HELP, VERSION, ...commands.flatMap(({ flags }) => flags)]
  const { words, given } = splitWords(argv, known)
  const [first] = words
  const named = commands.find(({ name }) => name === first?.text && !first.isLiteral)
  const command = named ?? byDefault
  const values = new Map<string, string>()
  for (const each of given) {
    const flag = toFlag(each, command, commands)
    if (values.has(flag.name) && flag.value !== undefined) {
      throw new CannotRun(`--${flag.name} is given more than once: it takes one ${flag.value}.`)
    }
    values.set(flag.name, readValue(flag, each))
  }
  if (values.has(HELP.name)) return { asks: 'help', command: named }
  if (values.has(VERSION.name)) return { asks: 'version' }
  const rest = (named ? words.slice(1) : words).map(({ text }) => text)
  if (!named) assertNoSlip(rest[0], commands)
  return { asks: 'run', command, asked: toAsked(command, rest, values) }
}

function toAsked({ name, words }: Command, given: readonly string[], values: ReadonlyMap<string, string>): Asked {
  if (given.includes('')) throw new CannotRun(`A ${words.name} is empty: is a variable not set?`)
  const all = given.length > 0 ? given : words.fallback
  if (!all) throw new CannotRun(`${name} needs a ${words.name}: ${name} --help shows how.`)
  return { words: all, has: (flag) => values.has(flag.name), valueOf: (flag) => values.get(flag.name) }
}

function assertNoSlip(word: string | undefined, commands: readonly Command[]): void {
  if (word === undefined || existsSync(word)) return
  const names = commands.map(({ name }) => name)
  const meant = closest(word, names)
  if (meant !== undefined) throw new CannotRun(`There is no command ${word}: did you mean ${meant}?`)
}

function toFlag({ name, typed }: Given, command: Command, commands: readonly Command[]): Flag {
  const own = [...command.flags, HELP, VERSION]
  const flag = own.find((each) => each.name === name)
  if (flag) return flag
  const others = commands.filter(({ flags }) => flags.some((each) => each.name === name)).map((each) => each.name)
  if (others.length > 0) {
    throw new CannotRun(`--${name} is a flag of ${others.join(' and ')}, not of ${command.name}.`)
  }
  const names = own.map((each) => each.name)
  const meant = typed.startsWith('--') ? closest(name, names) : undefined
  const hint = meant === undefined ? `${command.name} --help lists all of them` : `did you mean --${meant}?`
  throw new CannotRun(`There is no flag ${typed}: ${hint}`)
}

function readValue({ name, value, isOptional, choices, example }: Flag, given: Given): string {
  if (value === undefined) {
    if (given.value !== undefined) throw new CannotRun(`--${name} takes no value, and was given "${given.value}".`)
    return ''
  }
  if (isOptional && given.value === undefined) return ''
  // --output --strict
  if (given.value === undefined || given.value === '' || (given.value.startsWith('-') && !given.isInline)) {
    throw new CannotRun(`--${name} needs a value, as in --${name}=${example ?? value}.`)
  }
  if (choices && !choices.includes(given.value)) {
    const meant = closest(given.value, choices)
    const hint = meant === undefined ? `Choose from ${choices.join(', ')}.` : `Did you mean ${meant}?`
    throw new CannotRun(`--${name}: there is no "${given.value}". ${hint}`)
  }
  return given.value
}
