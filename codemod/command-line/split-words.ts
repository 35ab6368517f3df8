import { parseArgs } from 'node:util'
import type { Flag } from './flag.ts'

export interface Word {
  readonly text: string
  /** It stands behind `--`, and is never a command. */
  readonly isLiteral: boolean
}

export interface Given {
  readonly name: string
  /** With its dashes, and as short as it was typed. */
  readonly typed: string
  readonly value: string | undefined
  /** Whether the value was given with `=`. */
  readonly isInline: boolean
}

/** Tells flags and words apart; what the flags mean is left to the reader. */
export function splitWords(argv: readonly string[], known: readonly Flag[]): { words: Word[]; given: Given[] } {
  const words: Word[] = []
  const given: Given[] = []
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(known.map((flag) => [flag.name, toOption(flag)])),
    // Its own complaints name no flag that may have been meant.
    strict: false,
    tokens: true,
  })
  let isLiteral = false
  for (const token of tokens) {
    if (token.kind === 'option-terminator') isLiteral = true
    else if (token.kind === 'positional') words.push({ text: token.value, isLiteral })
    else {
      const { name, rawName: typed, value, inlineValue } = token
      given.push({ name, typed, value, isInline: inlineValue === true })
    }
  }
  return { words, given }
}

function toOption({ value, isOptional, short }: Flag): { type: 'string' | 'boolean'; short?: string } {
  const takesNext = value !== undefined && !isOptional
  return { type: takesNext ? 'string' : 'boolean', ...(short !== undefined && { short }) }
}
