import { simpleCommands } from './simple-commands.ts'

/** The command that a shell ends with. */
export interface LastCommand {
  /** As it is written. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly argv: readonly string[]
  /** Others read what it prints: the shell waits for all of them. */
  readonly isPiped: boolean
  /** The shell becomes the command. */
  readonly isExec: boolean
}

/** Undefined when the shell goes on beside it, or that is not plain to see. */
export function lastCommand(text: string): LastCommand | undefined {
  const commands = simpleCommands(text)?.filter(({ words }) => !/^(fi|done|esac|})$/.test(words[0]?.text ?? ''))
  if (!commands || commands.some(({ then }) => then === '&')) return undefined
  let at = commands.length - 1
  while (commands[at - 1]?.then === '|' || commands[at - 1]?.then === '|&') at -= 1
  const words = commands[at]?.words ?? []
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return undefined
  const isPiped = at < commands.length - 1
  const name = words.find((word) => !/^\w+=/.test(word.text))?.text
  const { start } = first
  const { end } = last
  const argv = words.map((word) => word.text)
  return { text: text.slice(start, end), start, end, argv, isPiped, isExec: name === 'exec' && !isPiped }
}
