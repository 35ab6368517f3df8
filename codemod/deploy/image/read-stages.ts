import { DockerfileParser, type Instruction } from 'dockerfile-ast'

/** An instruction of a Dockerfile; `start` and `end` are those of what stands behind its name. */
export interface Line {
  readonly name: string
  /** Without the backslashes at the ends of lines. */
  readonly content: string
  readonly start: number
  readonly end: number
}

export interface Stage {
  readonly name: string | undefined
  readonly from: string
  readonly lines: readonly Line[]
}

/** The stages of a Dockerfile, and the defaults of the arguments before the first one put in their place. */
export function readStages(text: string): readonly Stage[] {
  const stages: { name: string | undefined; from: string; lines: Line[] }[] = []
  const defaults = new Map<string, string>()
  const starts = lineStarts(text)
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const line = toLine(instruction, text, starts)
    if (line.name === 'FROM') {
      const [from = '', , name] = line.content.split(/\s+/).filter((word) => !word.startsWith('--'))
      stages.push({ name: name?.toLowerCase(), from: filledIn(from, defaults), lines: [] })
    } else if (stages.length > 0) stages.at(-1)?.lines.push(line)
    else if (line.name === 'ARG') {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line.content) ?? []
      defaults.set(name, value.replaceAll(/^["']|["']$/g, ''))
    }
  }
  return stages
}

function toLine(instruction: Instruction, text: string, starts: readonly number[]): Line {
  const range = instruction.getArgumentsRange() ?? instruction.getRange()
  const start = (starts[range.start.line] ?? 0) + range.start.character
  const end = (starts[range.end.line] ?? 0) + range.end.character
  const content = text
    .slice(start, end)
    .replaceAll(/\\[ \t]*\r?\n([ \t]*#[^\n]*\n)*/g, ' ')
    .trim()
  return { name: instruction.getKeyword(), content, start, end }
}

// `node:${NODE_VERSION}`, `$BASE`, `${BASE:-node:24}`
function filledIn(image: string, defaults: ReadonlyMap<string, string>): string {
  return image.replaceAll(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      const value = defaults.get(braced ?? bare ?? '')
      return value === undefined || value === '' ? (fallback ?? whole) : value
    },
  )
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: { length } }) => index + length)]
}
