import { assertRequirements, withDefaults } from './answers.ts'
import type { Answers, Choice, Option, Options } from './options.ts'
import { readChoices } from './options.ts'
import { reproduceCommand } from './reproduce-command.ts'
import { UsageError } from './usage-error.ts'

/** Can a person be asked? */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY
}

/** A question as Inquirer, which is behind Yeoman's prompts, wants it. */
export type Question =
  | (Asked & { readonly type: 'input'; readonly default: string })
  | (Asked & { readonly type: 'select'; readonly default: string; readonly choices: readonly ListItem[] })
  | (Asked & { readonly type: 'checkbox'; readonly choices: readonly ListItem[] })

interface Asked {
  readonly name: string
  readonly message: string
  readonly validate: (answer: unknown) => true | string
}

interface ListItem {
  readonly name: string
  readonly value: string
  readonly description: string
  readonly checked: boolean
}

/** The questions that `known` leaves open. */
export function openQuestions(options: Options, known: Partial<Answers>, directory: string): Question[] {
  const standard = withDefaults(options, known, directory)
  const all: readonly Option[] = Object.values(options)
  return all.filter(({ id }) => known[id] === undefined).map((option) => toQuestion(option, standard[option.id]))
}

/** A question with several answers, all of them among `choices`. */
export function choicesQuestion(name: string, message: string, choices: readonly Choice[]): Question {
  const validate = (answer: unknown): true | string =>
    verdictOf(() => readChoices(toWords(answer), choices, message).length > 0 || 'Choose one or more.')
  return { name, message, type: 'checkbox', choices: choices.map((choice) => toListItem(choice, [])), validate }
}

/** What was answered on the terminal, or a `UsageError` as if it had been a flag. */
export function readAnswered(options: Options, answered: Readonly<Record<string, unknown>>): Partial<Answers> {
  const all: readonly Option[] = Object.values(options)
  const answers = all
    .filter(({ id }) => answered[id] !== undefined)
    .map((option) => [option.id, option.read(toWords(answered[option.id]), `--${option.flag}`)])
  // The parse boundary: an option reads what belongs to its id.
  return Object.fromEntries(answers) as Partial<Answers>
}

/** Throws the flags that are missing where nobody can be asked, with a command that has them. */
export function assertAnswered(
  options: Options,
  known: Partial<Answers>,
  { call, folder, directory }: { call: string; folder: string; directory: string },
): void {
  const all: readonly Option[] = Object.values(options)
  const missing = all.filter(({ id, required }) => required && known[id] === undefined)
  if (missing.length === 0) return
  const flags = missing.map(({ flag }) => `--${flag}`).join(', ')
  const command = reproduceCommand(call, folder, withDefaults(options, known, directory), options)
  throw new UsageError(`No terminal to ask on, and no ${flags}: run ${command}, or add --defaults`)
}

function toQuestion(option: Option, standard: Answers[keyof Answers]): Question {
  const { id: name, question: message, kind, choices } = option
  const validate = (answer: unknown): true | string =>
    verdictOf(() => {
      const words = toWords(answer)
      option.read(words, `--${option.flag}`)
      if (kind === 'choices') assertRequirements(words, choices, (missing) => `choose ${missing.join(' and ')} too`)
      return true
    })
  const preset = typeof standard === 'object' ? standard : [String(standard)]
  const [first = ''] = preset
  if (kind === 'text' || kind === 'number') return { name, message, type: 'input', default: first, validate }
  const list = choices.map((choice) => toListItem(choice, preset))
  if (kind === 'choice') return { name, message, type: 'select', default: first, choices: list, validate }
  return { name, message, type: 'checkbox', choices: list, validate }
}

function toListItem({ id, title, description }: Choice, preset: readonly string[]): ListItem {
  return { name: title, value: id, description, checked: preset.includes(id) }
}

function verdictOf(read: () => true | string): true | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
}

// A checkbox is validated with what it lists, and answered with the values alone.
function toWords(answer: unknown): string[] {
  return (Array.isArray(answer) ? answer : [answer]).map((word: unknown) =>
    typeof word === 'object' && word !== null && 'value' in word ? String(word.value) : String(word),
  )
}
