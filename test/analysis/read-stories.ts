import type { Finding } from '../../analysis/index.ts'

/** A test as it stands in Markdown: `## what happens`, files in fenced blocks, and a list of what is found. */
export interface Story {
  readonly name: string
  /** Where its heading stands: `require-cleanup/databases.md:12`. */
  readonly at: string
  /** Throws, with that place, when it tells too little. */
  readonly read: () => Told
}

interface Told {
  readonly files: ReadonlyMap<string, string>
  readonly found: readonly Found[]
  readonly suggested: readonly Suggested[]
}

export interface Found {
  /** `src/main.ts:4:14-4:24` */
  readonly at: string
  readonly code: string
  /** `missing, certain: …` */
  readonly says: string
}

export interface Suggested {
  readonly title: string
  readonly file: string
  readonly text: string
}

interface Block {
  readonly info: string
  readonly text: string
  /** The line of text above it. */
  readonly above: string
}

const FENCE = /^(`{3,})(.*)$/
const MARK = /[⟦⟧]/g
/** Stands before the sentence of an edit that is offered; the block below it is the file after that edit. */
const SUGGESTION = 'Suggestion: '

/** The stories of one page. What stands before the first heading belongs to all of them. */
export function readStories(page: string, markdown: string): Story[] {
  const lines = markdown.split('\n')
  const starts = headings(lines)
  const background = lines.slice(0, starts[0])
  return starts.map((start, index) => {
    const at = `${page}:${start + 1}`
    const own = lines.slice(start, starts[index + 1])
    return { name: own[0]?.slice(3) ?? '', at, read: () => readStory(at, background, own) }
  })
}

function headings(lines: readonly string[]): number[] {
  let isInBlock = false
  return lines.flatMap((line, index) => {
    if (FENCE.test(line)) isInBlock = !isInBlock
    return !isInBlock && line.startsWith('## ') ? [index] : []
  })
}

function readStory(at: string, background: readonly string[], lines: readonly string[]): Told {
  const files = new Map<string, string>()
  const marks: Omit<Found, 'says'>[] = []
  const suggested: Suggested[] = []
  const own = blocks(at, lines)
  for (const { info, text, above } of [...blocks(at, background), ...own]) {
    const [, file] = /^\w+ (\S+)$/.exec(info) ?? []
    if (file === undefined) throw new Error(`${at}: a block needs a language and a path, not "${info}"`)
    if (above.startsWith(SUGGESTION)) suggested.push({ title: above.slice(SUGGESTION.length), file, text })
    else {
      files.set(file, text.replaceAll(MARK, ''))
      marks.push(...marksIn(at, file, text))
    }
  }
  const says = own.length === 0 ? [] : items(lines)
  if (says.length === 0) throw new Error(`${at}: nothing is expected; say "- nothing" when that is meant`)
  const expected = says.length === 1 && says[0] === 'nothing' ? [] : says
  if (expected.length !== marks.length)
    throw new Error(`${at}: ${expected.length} expected, but ${marks.length} marked with ⟦⟧`)
  const found = marks.map((mark, index) => ({ ...mark, says: expected[index] ?? '' }))
  return { files, found, suggested }
}

function blocks(at: string, lines: readonly string[]): Block[] {
  const found: Block[] = []
  let open: { info: string; text: string[]; above: string } | undefined
  let above = ''
  for (const line of lines) {
    const [, , info] = FENCE.exec(line) ?? []
    if (info !== undefined && open) {
      found.push({ ...open, text: `${open.text.join('\n')}\n` })
      open = undefined
      above = ''
    } else if (info !== undefined) open = { info, text: [], above }
    else if (open) open.text.push(line)
    else if (line !== '') above = line
  }
  if (open) throw new Error(`${at}: the block "${open.info}" has no end`)
  return found
}

function items(lines: readonly string[]): string[] {
  let isInBlock = false
  return lines.flatMap((line) => {
    if (FENCE.test(line)) isInBlock = !isInBlock
    return !isInBlock && line.startsWith('- ') ? [line.slice(2)] : []
  })
}

function marksIn(at: string, file: string, marked: string): Omit<Found, 'says'>[] {
  const opened: number[] = []
  const found: [number, number][] = []
  let stripped = 0
  const text = marked.replaceAll(MARK, (mark, offset: number) => {
    const position = offset - stripped++
    if (mark === '⟦') opened.push(position)
    else {
      const start = opened.pop()
      if (start === undefined) throw new Error(`${at}: ⟧ without ⟦ in ${file}`)
      found.push([start, position])
    }
    return ''
  })
  if (opened.length > 0) throw new Error(`${at}: ⟦ without ⟧ in ${file}`)
  return found
    .sort(([a], [b]) => a - b)
    .map(([start, end]) => ({
      at: `${file}:${lineAndColumn(text, start)}-${lineAndColumn(text, end)}`,
      code: text.slice(start, end),
    }))
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${before.at(-1)?.length ?? 0}`
}

/** What is found, as a story tells it. */
export function tell<F extends Pick<Finding, 'place' | 'confidence'> & { readonly verdict: string }>(
  finding: F,
  text: string,
  say: (finding: F) => string,
): Found {
  const { file, start, end, line, column, endLine, endColumn } = finding.place
  return {
    at: `${file}:${line}:${column}-${endLine}:${endColumn}`,
    code: text.slice(start, end),
    says: `${finding.verdict}, ${finding.confidence}: ${say(finding)}`,
  }
}
