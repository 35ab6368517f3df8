import { FORMATS } from '../formats/all.gen.ts'
import type { Words } from './command.ts'
import type { Flag } from './flag.ts'

/** The words and flags that several commands share. */

export const PATHS: Words = {
  name: 'PATH',
  description: [
    'a file or folder to report on (default: the current folder); the whole package',
    'or workspace around it is read, because what is opened here may be closed there',
  ],
  fallback: ['.'],
}

export const STRICT: Flag = { name: 'strict', description: 'report what is likely too, not only what is certain' }

export const FORMAT: Flag = {
  name: 'format',
  value: 'FORMAT',
  choices: Object.keys(FORMATS),
  example: 'sarif',
  description: `${Object.keys(FORMATS).join(', ')} (default: text)`,
}

export const OUTPUT: Flag = {
  name: 'output',
  value: 'FILE',
  example: 'graceful.sarif',
  description: 'write the report to FILE, and only the last line to the terminal',
}

export const HELP: Flag = { name: 'help', short: 'h', description: 'print this text' }

export const VERSION: Flag = { name: 'version', short: 'v', description: 'print the version' }
