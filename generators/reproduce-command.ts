import type { Answers, Option, Options } from './options.ts'
import { quoted } from './quoted.ts'

/** The command that makes the same service again, without asking. */
export function reproduceCommand(call: string, folder: string, answers: Answers, options: Options): string {
  const all: Option[] = Object.values(options)
  const flags = [...all.filter(({ required }) => required), ...all.filter((option) => isSpecial(option, answers))]
  const words = [...(folder === '.' ? [] : [folder]), ...flags.map((option) => toFlag(option, answers))]
  return [call, ...words.map(quoted)].join(' ')
}

// The name has no default, so that it is always said: the folder it came from may be called otherwise the next time.
function isSpecial({ id, required, default: standard }: Option, answers: Answers): boolean {
  return !required && answers[id] !== standard
}

function toFlag({ id, flag }: Option, answers: Answers): string {
  const value = answers[id]
  return `--${flag}=${typeof value === 'object' ? value.join(',') || 'none' : value}`
}
