import type { Command, Words } from './command.ts'
import { HELP, VERSION } from './common.ts'
import type { Flag } from './flag.ts'

const PROGRAM = 'graceful-codemod'
const COULD_NOT_RUN = 'it could not run: a mistake in the command line, or no file could be read'

/** The text of `--help` without a command. The first command is the one that runs where none is named. */
export function helpOfAll(commands: readonly Command[], byDefault: Command): string {
  return lines([
    'Finds what a Node.js service leaves open when it stops, and what goes wrong on the way.',
    '',
    'Usage:',
    `  ${PROGRAM} [COMMAND] [WORD...] [FLAG...]`,
    '',
    'Commands:',
    ...commands.map((each) => row(each.name, `${each.summary}${each === byDefault ? ' (the default)' : ''}`)),
    '',
    'Flags:',
    row('--help, -h', `print this text, or that of a command: ${PROGRAM} ${byDefault.name} --help`),
    flagRow(VERSION),
    '',
    'Exit code:',
    row('0', 'all is well'),
    row('1', 'something was found'),
    row('2', COULD_NOT_RUN),
    '',
    'Examples:',
    ...commands.map(({ examples: [first] }) => `  ${PROGRAM} ${first}`),
  ])
}

/** The text of `--help` of a command. */
export function helpOf({ name, summary, words, flags, exits, examples }: Command): string {
  return lines([
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    '',
    'Usage:',
    `  ${PROGRAM} ${name} ${usageOf(words)} [FLAG...]`,
    '',
    'Argument:',
    ...words.description.map((line, index) => row(index === 0 ? words.name : '', line)),
    '',
    'Flags:',
    ...[...flags, HELP, VERSION].map(flagRow),
    '',
    'Exit code:',
    ...[...exits, COULD_NOT_RUN].map((meaning, code) => row(String(code), meaning)),
    '',
    'Examples:',
    ...examples.map((example) => `  ${PROGRAM} ${example}`),
  ])
}

function usageOf({ name, fallback }: Words): string {
  return fallback ? `[${name}...]` : `${name}...`
}

function flagRow({ name, short, value, isOptional, description }: Flag): string {
  const given = value === undefined ? '' : isOptional ? `[=${value}]` : `=${value}`
  return row(`--${name}${given}${short === undefined ? '' : `, -${short}`}`, description)
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(23)} ${right}`
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
