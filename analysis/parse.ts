import { parseSync, type Comment, type Program } from 'oxc-parser'

export interface Parsed {
  readonly program: Program
  readonly comments: readonly Comment[]
}

export class Unparsable extends Error {
  override readonly name = 'Unparsable'
  /** Where it stopped making sense, as an offset. */
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/**
 * Parses TypeScript, JavaScript and JSX, by the file's extension; JavaScript that is not what its extension says
 * (types or JSX in `.js`) is tried as that too.
 * @throws {Unparsable} with the parser's first error
 */
export function parse(file: string, text: string): Parsed {
  const lang = languageOf(file)
  const first = attempt(file, text, lang)
  if (!(first instanceof Unparsable)) return first
  const second = lang === 'js' || lang === 'jsx' ? attempt(file, text, 'tsx') : first
  if (second instanceof Unparsable) throw first
  return second
}

function attempt(file: string, text: string, lang: 'js' | 'jsx' | 'ts' | 'tsx' | 'dts'): Parsed | Unparsable {
  const { program, comments, errors } = parseSync(file, text, {
    lang,
    astType: 'ts',
    preserveParens: false,
    sourceType: 'unambiguous',
  })
  const [error] = errors
  // The parser recovers from some errors; what is empty though there is text was given up.
  if (error && program.body.length === 0) return new Unparsable(error.message, error.labels[0]?.start ?? 0)
  return { program, comments }
}

function languageOf(file: string): 'js' | 'jsx' | 'ts' | 'tsx' | 'dts' {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts'
  if (file.endsWith('.tsx')) return 'tsx'
  if (/\.[cm]?ts$/.test(file)) return 'ts'
  return 'jsx'
}
