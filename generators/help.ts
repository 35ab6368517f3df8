import type { Command } from './commands.ts'
import type { Choice, Option } from './options.ts'

/** The text of `--help`. */
export function helpText(command: Command): string {
  const { argument, options, switches } = command
  const shape = argument.several ? `${argument.name}...` : `[${argument.name}]`
  return [
    command.description,
    '',
    'Usage:',
    ...command.calls.map((call) => `  ${call} ${shape} [FLAG...]`),
    '',
    'Argument:',
    ...rows([[argument.name, argument.description], ...choiceRows(command.list?.choices ?? [])]),
    '',
    ...(options.length > 0 ? ['Answers (each is asked for on a terminal, unless it is given):'] : []),
    ...options.flatMap((option) => rows([flagRow(option), ...choiceRows(option.choices)])),
    ...(options.length > 0 ? [''] : []),
    'Flags:',
    ...rows(switches.map(({ flag, description }) => [`--${flag}`, description])),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n')
}

const COLUMN = 30

function rows(cells: readonly (readonly [string, string])[]): string[] {
  return cells.map(([left, right]) => `  ${left.padEnd(COLUMN)}${right}`.trimEnd())
}

function flagRow({ flag, kind, description, default: standard }: Option): [string, string] {
  const value = { text: 'TEXT', number: 'NUMBER', choice: 'ID', choices: 'ID,...|none' }[kind]
  return [`--${flag}=${value}`, standard === undefined ? description : `${description} (default: ${String(standard)})`]
}

function choiceRows(choices: readonly Choice[]): [string, string][] {
  return choices.map(({ id, title, description, requires }) => [
    `  ${id}`,
    [title === id ? '' : title, description, requires.length > 0 ? `needs ${requires.join(', ')}` : '']
      .filter((part) => part !== '')
      .join('; '),
  ])
}
