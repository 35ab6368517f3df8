export { helpText } from './help.ts'
export { readCommandLine, type Asked } from './read-command-line.ts'
