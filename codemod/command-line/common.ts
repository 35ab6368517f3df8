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

export const CHANGED: Flag = {
  name: 'changed',
  value: 'REF',
  isOptional: true,
  example: 'main',
  description: 'report on what differs from where the work left REF (default: the default branch)',
}

export const SHARD: Flag = {
  name: 'shard',
  value: 'I/N',
  example: '1/3',
  description: 'report on one of N parts that are the whole together; see graceful-codemod merge',
}

export const BASELINE: Flag = {
  name: 'baseline',
  value: 'FILE',
  example: 'graceful-baseline.txt',
  description: 'leave out what FILE has already, however the lines have moved since',
}

export const ADD_TO_BASELINE: Flag = {
  name: 'add-to-baseline',
  description: 'add what is found to the baseline; nothing is removed from it',
}

export const PRUNE_BASELINE: Flag = {
  name: 'prune-baseline',
  description: 'remove from the baseline what is gone; nothing is added to it',
}

export const CACHE: Flag = { name: 'cache', description: 'keep what was found, for as long as nothing changes' }

export const CACHE_LOCATION: Flag = {
  name: 'cache-location',
  value: 'FOLDER',
  example: '.cache/graceful',
  description: 'where to keep it (default: node_modules/.cache/graceful-codemod)',
}

export const EXIT_ZERO: Flag = {
  name: 'exit-zero',
  description: 'end with 0 also when something was found: for parts that merge judges',
}

export const HELP: Flag = { name: 'help', short: 'h', description: 'print this text' }

export const VERSION: Flag = { name: 'version', short: 'v', description: 'print the version' }
