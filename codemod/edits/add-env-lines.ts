import { behindByteOrderMark } from './byte-order-mark.ts'
import { lineEnding } from './text-lines.ts'
import { UnplacedEdit } from './unplaced-edit.ts'

interface Entry {
  readonly key: string
  /** The comments above it, and its own lines. */
  readonly lines: readonly string[]
}

/** Appends the `KEY=value` lines of a fragment, with the comments above them, whose key is not there. */
export function addEnvLines(text: string, fragmentText: string): string {
  return behindByteOrderMark(text, (text) => append(text, fragmentText))
}

function append(text: string, fragmentText: string): string {
  const unplaced = (place: string) => new UnplacedEdit({ place, instruction: `add\n${fragmentText.trimEnd()}` })
  const there = new Set([...readEntries(text, unplaced).map(({ key }) => key), ...commentedOut(text)])
  const missing = readEntries(fragmentText, unplaced).filter(({ key }) => !there.has(key))
  if (missing.length === 0) return text

  const eol = lineEnding(text)
  const lines = missing.flatMap((entry) => entry.lines)
  const added = (lines[0] === '' ? lines.slice(1) : lines).join(eol)
  const end = text.trimEnd().length
  return end === 0 ? added + eol : text.slice(0, end) + eol + added + text.slice(end)
}

function readEntries(text: string, unplaced: (place: string) => UnplacedEdit): Entry[] {
  const lines = text.split(/\r?\n/)
  const entries: Entry[] = []
  let pending: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const key = assignedKey(line)
    // A comment that a blank line parts from what follows is about something else.
    if (line.trim() === '') pending = ['']
    else if (key === undefined) pending.push(line)
    else {
      const end = endOfValue(lines, at)
      if (end === undefined) throw unplaced(`The quote that line ${at + 1} opens is never closed`)
      entries.push({ key, lines: [...pending, ...lines.slice(at, end + 1)] })
      pending = []
      at = end
    }
  }
  return entries
}

/** The line on which a quoted value that began on a line is closed. */
function endOfValue(lines: readonly string[], at: number): number | undefined {
  const value = /=\s*(.*)$/.exec(lines[at] ?? '')?.[1] ?? ''
  const quote = /^["'`]/.exec(value)?.[0]
  if (quote === undefined || value.includes(quote, 1)) return at
  const rest = lines.slice(at + 1).findIndex((line) => line.includes(quote))
  return rest === -1 ? undefined : at + 1 + rest
}

function assignedKey(line: string): string | undefined {
  return /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=/.exec(line)?.[1]
}

/** `# KEY=value`: there, and switched off on purpose. */
function commentedOut(text: string): string[] {
  return [...text.matchAll(/^[ \t]*#[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)=/gm)].flatMap(([, key]) => key ?? [])
}
