/** A word of a command, without its quotes; `start` and `end` are where it is written. */
interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** One command of a shell text, from its first word to its last. */
interface SimpleCommand {
  readonly words: readonly Word[]
  /** What stands behind it: `&&`, `||`, `;`, `|`, `&`, `)`, a line's end, or nothing. */
  readonly then: string
}

const OPERATORS = ['&&', '||', ';;', ';', '|&', '|', '&', '(', ')', '\n']
/** They come before a command, and are none. */
const OPENING = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '!', 'time'])

/** The commands of a text for a shell, in their order. Undefined: it is not as simple as to be sure of them. */
export function simpleCommands(text: string): readonly SimpleCommand[] | undefined {
  const commands: SimpleCommand[] = []
  let words: Word[] = []
  const heredocs: string[] = []
  let at = 0
  while (at < text.length) {
    const operator = OPERATORS.find((each) => text.startsWith(each, at))
    if (operator !== undefined && !isRedirection(text, at)) {
      at += operator.length
      finish(operator)
      if (operator !== '\n') continue
      for (const end of heredocs.splice(0)) at = behindHeredoc(text, at, end)
    } else if (/\s/.test(text[at] ?? '')) at += 1
    else if (text.startsWith('\\\n', at)) at += 2
    else if (text[at] === '#') at = endOfLine(text, at)
    else {
      const end = endOfWord(text, at)
      if (end === undefined) return undefined
      const written = text.slice(at, end)
      const [, heredoc] = /^\d*<<-?\s*['"]?(\w+)['"]?$/.exec(written) ?? []
      if (heredoc !== undefined) heredocs.push(heredoc)
      else words.push({ text: unquoted(written), start: at, end })
      at = end
    }
  }
  finish('')
  return commands

  function finish(then: string): void {
    while (words[0] && OPENING.has(words[0].text)) words.shift()
    if (words.length > 0) commands.push({ words, then })
    words = []
  }
}

/** `2>&1` and `&>file` are a part of a command. */
function isRedirection(text: string, at: number): boolean {
  return text[at] === '&' && (text[at - 1] === '>' || text[at + 1] === '>')
}

function endOfWord(text: string, from: number): number | undefined {
  let at = from
  while (at < text.length) {
    const letter = text[at] ?? ''
    if (/[\s;|()]/.test(letter) || (letter === '&' && !isRedirection(text, at))) return at
    if (letter === '\\') at += 2
    else if (letter === '<' && text.startsWith('<<', at)) at = endOfHeredocMark(text, at)
    else if (letter === "'" || letter === '"' || letter === '`') {
      const end = endOfQuoted(text, at, letter)
      if (end === undefined) return undefined
      at = end
    } else if (text.startsWith('$(', at) || text.startsWith('${', at)) {
      const end = endOfNested(text, at + 2, letter === '$' && text[at + 1] === '(' ? '()' : '{}')
      if (end === undefined) return undefined
      at = end
    } else at += 1
  }
  return at
}

function endOfHeredocMark(text: string, at: number): number {
  return at + (/^<<-?\s*['"]?\w*['"]?/.exec(text.slice(at))?.[0].length ?? 2)
}

function endOfQuoted(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote !== "'") at += 1
    else if (text[at] === quote) return at + 1
  }
  return undefined
}

function endOfNested(text: string, from: number, [open = '', close = '']: string): number | undefined {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === open) depth += 1
    else if (text[at] === close && (depth -= 1) === 0) return at + 1
  }
  return undefined
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function behindHeredoc(text: string, from: number, mark: string): number {
  const end = new RegExp(`^\\t*${mark}$`, 'm').exec(text.slice(from))
  return end ? from + end.index + end[0].length : text.length
}

function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_, single?: string, double?: string, escaped?: string) => {
      return single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? ''
    },
  )
}
