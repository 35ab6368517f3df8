import { FLAGS, type Flag } from './flags.ts'

/** The text of `--help`. */
export function helpText(): string {
  return [
    'Finds what a Node.js service leaves open when it stops, and what goes wrong on the way. Changes no file.',
    '',
    'Usage:',
    '  graceful-codemod check [PATH...] [FLAG...]',
    '',
    'Argument:',
    row('PATH', 'a file or folder to report on (default: the current folder); the whole package'),
    row('', 'or workspace around it is read, because what is opened here may be closed there'),
    '',
    'Flags:',
    ...FLAGS.map(flagRow),
    '',
    'Exit code:',
    row('0', 'nothing was found'),
    row('1', 'something was found'),
    row('2', 'it could not run: a mistake in the command line, or no file could be read'),
    '',
    'Examples:',
    '  graceful-codemod check',
    '  graceful-codemod check src/worker apps/api --strict',
    '  graceful-codemod check --format sarif --output graceful.sarif',
    '',
  ].join('\n')
}

function flagRow({ name, short, value, description }: Flag): string {
  return row(
    `--${name}${value === undefined ? '' : `=${value}`}${short === undefined ? '' : `, -${short}`}`,
    description,
  )
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(20)}${right}`
}
