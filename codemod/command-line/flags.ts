import { FORMATS } from '../reporters/formats.ts'

export interface Flag {
  readonly name: string
  readonly short?: string
  /** What its value is called. Left out: it takes none. */
  readonly value?: string
  readonly example?: string
  readonly description: string
}

/** The command line, as errors and `--help` tell of it too. */
export const FLAGS = [
  { name: 'strict', description: 'report what is likely too, not only what is certain' },
  { name: 'format', value: 'FORMAT', example: 'sarif', description: `${FORMATS.join(', ')} (default: ${FORMATS[0]})` },
  {
    name: 'output',
    value: 'FILE',
    example: 'graceful.sarif',
    description: 'write the report to FILE, and only the last line to the terminal',
  },
  { name: 'help', short: 'h', description: 'print this text' },
  { name: 'version', short: 'v', description: 'print the version' },
] as const satisfies readonly Flag[]

export type FlagName = (typeof FLAGS)[number]['name']
