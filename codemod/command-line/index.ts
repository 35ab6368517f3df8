export type { Command } from './command.ts'
export { FORMAT, OUTPUT, PATHS, STRICT } from './common.ts'
export { helpOf, helpOfAll } from './help.ts'
export { readCommandLine } from './read-command-line.ts'
