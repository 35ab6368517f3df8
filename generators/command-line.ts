import { parseArgs } from 'node:util'
import type { Command } from './commands.ts'
import type { CommandLine } from './given.ts'
import { UsageError } from './usage-error.ts'

/** Splits the words of a shell. What they mean is not judged here, so that every door judges alike. */
export function splitArguments(argv: readonly string[], command: Command): CommandLine {
  const flags = new Map<string, (string | boolean)[]>()
  const words: string[] = []
  const switches = new Set(command.switches.map(({ flag }) => flag))
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(command.options.map(({ flag }) => [flag, { type: 'string' as const, multiple: true }])),
      ...Object.fromEntries(command.switches.map(({ flag }) => [flag, { type: 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    if (token.inlineValue && switches.has(token.name)) throw new UsageError(`--${token.name} takes no value.`)
    flags.set(token.name, [...(flags.get(token.name) ?? []), token.value ?? true])
  }
  return { words, flags }
}

/** Takes from a generator's options what the user typed: the rest is Yeoman's own. */
export function splitYeomanOptions(words: readonly string[], options: Readonly<Record<string, unknown>>): CommandLine {
  const flags = new Map<string, (string | boolean)[]>()
  for (const [key, value] of Object.entries(options)) {
    const flag = key === 'h' ? 'help' : key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (YEOMANS.has(flag) || value === undefined) continue
    const values = Array.isArray(value) ? value : [value]
    // yo hands over every flag twice: as it was typed and in camel case.
    flags.set(
      flag,
      values.map((one) => (typeof one === 'boolean' ? one : String(one))),
    )
  }
  return { words, flags }
}

const YEOMANS = new Set([
  ...['_meta', 'env', 'namespace', 'namespace-id', 'resolved', 'shared-data', 'forward-error-to-environment'],
  ...['skip-cache', 'skip-local-cache', 'skip-parse-options', 'local-config-only', 'local-only', 'skip-check-env'],
  ...['ask-answered', 'force-install', 'bail', 'whitespace', 'debug', 'ignore-version-check', 'insight'],
])
