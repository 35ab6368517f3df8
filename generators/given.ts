import { closest } from './closest.ts'
import type { Command } from './commands.ts'
import type { Answers, Option } from './options.ts'
import { switches, type Switches } from './switches.ts'
import { UsageError } from './usage-error.ts'

/** A command line as it was split into words, before anything in it was understood. */
export interface CommandLine {
  readonly words: readonly string[]
  /** What each flag was given, `true` being nothing at all. */
  readonly flags: ReadonlyMap<string, readonly (string | boolean)[]>
}

/** A command line that makes sense. */
export interface Given {
  readonly words: readonly string[]
  readonly answers: Partial<Answers>
  readonly switches: Switches
}

/** Understands a command line, or throws a `UsageError` about the first word that makes no sense. */
export function readGiven({ words, flags }: CommandLine, command: Command): Given {
  assertKnown([...flags.keys()], command)
  const strays: string[] = []
  const on = command.switches.filter(({ flag }) => isOn(flags.get(flag) ?? [], strays)).map(({ id }) => id)
  const given = { words: [...words, ...strays], switches: toSwitches(on), answers: readAnswers(flags, command.options) }
  if (!given.switches.help && !command.argument.several && given.words.length > 1) {
    const folder = command.argument.name
    throw new UsageError(
      `Too many arguments: ${given.words.join(' ')}. One ${folder} is taken; lists have commas, as in --resources=sqlite,redis.`,
    )
  }
  return given
}

function assertKnown(flags: readonly string[], command: Command): void {
  const known = [...command.options, ...command.switches].map(({ flag }) => flag)
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown === undefined) return
  const meant = closest(unknown, known)
  const hint = meant === undefined ? `--help lists all of them` : `did you mean --${meant}?`
  throw new UsageError(`There is no flag ${unknown.length === 1 ? '-' : '--'}${unknown}: ${hint}`)
}

// yo takes the word behind a flag that needs none for its value: `--dry-run payments`.
function isOn(values: readonly (string | boolean)[], strays: string[]): boolean {
  strays.push(...values.filter((value) => typeof value === 'string').filter((word) => !/^(true|false)$/.test(word)))
  const last = values.at(-1)
  return last !== undefined && last !== false && last !== 'false'
}

function readAnswers(flags: CommandLine['flags'], options: readonly Option[]): Partial<Answers> {
  const answers = options.flatMap((option) => {
    const label = `--${option.flag}`
    const values = flags.get(option.flag)
    return values === undefined ? [] : [[option.id, option.read(toWords(values, label, option), label)]]
  })
  // The parse boundary: an option reads what belongs to its id.
  return Object.fromEntries(answers) as Partial<Answers>
}

function toWords(values: readonly (string | boolean)[], label: string, option: Option): string[] {
  return values.map((value) => {
    if (typeof value === 'string' && value.trim() !== '') return value
    throw new UsageError(`${label} needs a value${example(label, option)}.`)
  })
}

function example(label: string, { choices, kind }: Option): string {
  if (choices.length === 0) return ''
  return `, as in ${label}=${choices[0]?.id ?? ''}${kind === 'choices' ? `, or ${label}=none` : ''}`
}

function toSwitches(on: readonly string[]): Switches {
  // Each switch is in the list once, so that the object has all of them.
  return Object.fromEntries(switches.map(({ id }) => [id, on.includes(id)])) as unknown as Switches
}
