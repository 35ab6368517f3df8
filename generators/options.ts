import { closest } from './closest.ts'
import { whyNotAName } from './service-name.ts'
import type { Templates, Unit } from './templates.ts'
import { UsageError } from './usage-error.ts'

export interface Choice {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly requires: readonly string[]
}

/** One question of the scaffold: its prompt, flag, line of help, entry of `--describe` and key of .yo-rc.json alike. */
export interface Option<Id extends keyof Answers = keyof Answers> {
  readonly id: Id
  readonly flag: string
  readonly kind: 'text' | 'number' | 'choice' | 'choices'
  readonly question: string
  readonly description: string
  /** Must it be given where nobody can be asked? */
  readonly required: boolean
  readonly choices: readonly Choice[]
  /** A service's name has none of its own: it is the folder's. */
  readonly default: Answers[Id] | undefined
  /** The value that was given, or a `UsageError` that calls it by `label`. */
  readonly read: (given: readonly string[], label: string) => Answers[Id]
}

export interface Answers {
  readonly name: string
  readonly framework: string
  readonly resources: readonly string[]
  readonly deploy: readonly string[]
  readonly packageManager: string
  readonly shutdownTimeoutMs: number
}

export type Options = { readonly [Id in keyof Answers]: Option<Id> }

/** Questions in the order they are asked. The choices are the folders of templates. */
export function defineOptions({ frameworks, resources, deploy }: Templates): Options {
  return {
    name: {
      id: 'name',
      flag: 'name',
      kind: 'text',
      required: false,
      choices: [],
      default: undefined,
      question: 'What is the service called?',
      description: 'name of the package, the image and the deployment (default: the name of the folder)',
      read: readName,
    },
    framework: {
      ...oneOf(frameworks.map(toChoice)),
      id: 'framework',
      flag: 'framework',
      required: true,
      default: 'http',
      question: 'Which framework answers the requests?',
      description: 'what answers the requests',
    },
    resources: {
      ...someOf(resources.map(toChoice)),
      id: 'resources',
      flag: 'resources',
      required: true,
      default: [DEFAULT_DATABASE],
      question: 'What does the service hold open?',
      description: 'what the service holds open; the first database carries the payments',
    },
    deploy: {
      ...someOf(deploy.map(toChoice)),
      id: 'deploy',
      flag: 'deploy',
      required: true,
      default: ['docker'],
      question: 'Where does it run?',
      description: 'where it runs: files whose grace periods fit the shutdown timeout',
    },
    packageManager: {
      ...oneOf(PACKAGE_MANAGERS.map((id) => ({ id, title: id, description: '', requires: [] }))),
      id: 'packageManager',
      flag: 'package-manager',
      required: true,
      default: 'npm',
      question: 'Which package manager?',
      description: 'what installs the packages',
    },
    shutdownTimeoutMs: {
      id: 'shutdownTimeoutMs',
      flag: 'shutdown-timeout-ms',
      kind: 'number',
      required: false,
      choices: [],
      default: 30_000,
      question: 'How long may a stop take, in milliseconds?',
      description: `milliseconds that a stop may take in all, ${SHORTEST_MS} to ${LONGEST_MS}`,
      read: readTimeout,
    },
  }
}

/** The database that carries the payments where none was chosen. */
export const DEFAULT_DATABASE = 'sqlite'

const PACKAGE_MANAGERS = ['npm', 'pnpm', 'yarn']
const SHORTEST_MS = 1_000
const LONGEST_MS = 3_600_000

function toChoice({ id, manifest: { title, description, requires } }: Unit): Choice {
  return { id, title, description, requires }
}

function oneOf(choices: readonly Choice[]): Pick<Option<'framework'>, 'kind' | 'choices' | 'read'> {
  return { kind: 'choice', choices, read: (given, label) => readChoice(one(given, label), choices, label) }
}

function someOf(choices: readonly Choice[]): Pick<Option<'resources'>, 'kind' | 'choices' | 'read'> {
  return { kind: 'choices', choices, read: (given, label) => readChoices(given, choices, label) }
}

function readName(given: readonly string[], label: string): string {
  const name = one(given, label)
  const why = whyNotAName(name)
  if (why !== undefined) throw new UsageError(`${label}: "${name}" ${why}.`)
  return name
}

function readTimeout(given: readonly string[], label: string): number {
  const text = one(given, label)
  const timeout = /^\d+$/.test(text) ? Number(text) : NaN
  if (timeout >= SHORTEST_MS && timeout <= LONGEST_MS) return timeout
  throw new UsageError(`${label}: "${text}" is no whole number of milliseconds from ${SHORTEST_MS} to ${LONGEST_MS}.`)
}

/** Ids out of a list of choices, also written with commas; `none` for none of them. */
export function readChoices(given: readonly string[], choices: readonly Choice[], label: string): readonly string[] {
  const words = given
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 1 && words[0] === 'none') return []
  if (words.includes('none')) throw new UsageError(`${label}: none stands alone.`)
  for (const word of words) readChoice(word, choices, label)
  const twice = words.find((word, index) => words.indexOf(word) !== index)
  if (twice !== undefined) throw new UsageError(`${label}: ${twice} is given twice. Once is enough.`)
  return words
}

function readChoice(word: string, choices: readonly Choice[], label: string): string {
  const ids = choices.map(({ id }) => id)
  if (ids.includes(word)) return word
  const meant = closest(word, ids)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  throw new UsageError(`${label}: there is no "${word}".${hint} Choose from ${ids.join(', ')}.`)
}

function one(given: readonly string[], label: string): string {
  const [value = '', ...more] = given
  if (more.length > 0) throw new UsageError(`${label} is given more than once. It takes one value.`)
  return value
}
