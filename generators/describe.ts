import type { Command } from './commands.ts'
import type { Option } from './options.ts'

/** The text of `--describe`: what `--help` says, as JSON for programs that fill in the form. */
export function describeText({ id, description, calls, argument, options, switches, list }: Command): string {
  const answers = options.map(toEntry)
  const choices = list?.choices
  return JSON.stringify(
    { command: id, description, calls, argument: { ...argument, choices }, answers, switches },
    null,
    2,
  )
}

function toEntry({ id, flag, kind, question, description, required, default: standard, choices }: Option): object {
  return { id, flag, kind, question, description, required, default: standard, ...(choices.length > 0 && { choices }) }
}
