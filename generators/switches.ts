/** A flag that is there or not: it changes what is done, not what is made. */
export interface Switch {
  readonly id: keyof Switches
  readonly flag: string
  readonly description: string
}

export interface Switches {
  readonly defaults: boolean
  readonly skipInstall: boolean
  readonly dryRun: boolean
  readonly force: boolean
  readonly help: boolean
  readonly describe: boolean
}

export const switches: readonly Switch[] = [
  { id: 'defaults', flag: 'defaults', description: 'ask nothing: what is not given takes its default' },
  { id: 'skipInstall', flag: 'skip-install', description: 'do not install the packages' },
  { id: 'dryRun', flag: 'dry-run', description: 'show what would be written, and write nothing' },
  { id: 'force', flag: 'force', description: 'replace files of the same names, also in a folder that is not empty' },
  { id: 'help', flag: 'help', description: 'print this text' },
  { id: 'describe', flag: 'describe', description: 'print the arguments and flags as JSON' },
]
