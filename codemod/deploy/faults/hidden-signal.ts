import { placeIn } from '../place-in.ts'
import type { DeployFinding, DeploySuggestion } from '../finding.ts'
import type { DeployFile } from '../kind.ts'
import type { Followed, Hider } from '../shell/follow-command.ts'

/** The command of a deploy file, and where it leads. */
export interface Start {
  readonly followed: Followed
  /** Where the command is written. */
  readonly start: number
  readonly end: number
  /** The command as its list form would be: `CMD ["node", "main.js"]`. */
  readonly asList: (argv: readonly string[]) => string
  /** The signal that comes. */
  readonly signal: string
  /** It replaces the whole command, where that is certain to start the same process. */
  readonly edit?: DeploySuggestion['edits'][number]
}

const LONGEST = 60

/** What keeps the signal from the process, if anything does. */
export function hiddenSignal({ host, file, text }: DeployFile, command: Start): DeployFinding[] {
  const { followed, start, end, signal } = command
  const [hider] = followed.hiders
  if (!hider || followed.ends === 'other') return []
  const own = placeIn(file, text, start, end)
  const { at } = hider
  const scriptText = at && host.read(at.file)
  const place = at && scriptText !== undefined ? placeIn(at.file, scriptText, at.start, at.end) : own
  const finding: DeployFinding = {
    rule: 'require-signal-forwarding',
    verdict: 'hidden-signal',
    confidence: hider.confidence,
    place,
    message: MESSAGES[hider.by],
    data: { command: shortened(hider.command), signal, remedy: remedyFor(hider, command) },
    because: at ? [{ place: own, what: 'The script is started here.' }] : [],
    suggestions: suggest(hider, command, text),
  }
  return [finding]
}

const MESSAGES = {
  shell: 'hiddenByShell',
  pipe: 'hiddenByPipe',
  script: 'hiddenByScript',
  runner: 'hiddenByRunner',
} as const

function remedyFor({ by, isAlone }: Hider, { followed, asList }: Start): string {
  if (by === 'pipe') return 'start the process itself, and let what collects logs read them'
  const argv = onPath(followed)
  const direct = by === 'script' ? `exec ${argv.join(' ')}` : asList(argv)
  const isPlain = argv.length > 1 && argv.every((word) => !/[$`*]/.test(word))
  const isAllBetween = followed.hiders.length === 1
  if (isAllBetween && (by === 'script' || (by === 'shell' && !(isAlone && isPlain)))) return 'write `exec` before it'
  return isPlain ? `write \`${shortened(direct)}\`` : 'start the process itself'
}

/** A package manager finds the programs of packages, and whoever starts them without it has to say where they are. */
function onPath({ argv, hiders }: Followed): readonly string[] {
  const [name = '', ...rest] = argv
  const isOfPackage =
    !/^(node|nodejs|bun|deno)?$/.test(name) && hiders.some(({ command }) => /^(np[mx]|yarn|pnpm)\b/.test(command))
  return isOfPackage ? [`node_modules/.bin/${name}`, ...rest] : argv
}

function suggest({ at, by, command }: Hider, { followed, edit, start, end }: Start, text: string): DeploySuggestion[] {
  const addExec = (offset: number): DeploySuggestion[] => [
    { id: 'addExec', data: {}, edits: [{ start: offset, end: offset, text: 'exec ' }] },
  ]
  // What is behind it would hide the signal all the same.
  if (followed.hiders.length > 1) return []
  if (by === 'script') return at ? addExec(at.start) : []
  if (edit) return [{ id: 'useExecForm', data: {}, edits: [edit] }]
  // Written as the shell reads it, and once: where quotes are escaped it is not.
  const [before, behind, ...more] = text.slice(start, end).split(command)
  const isFound = before !== undefined && behind !== undefined && more.length === 0
  return by === 'shell' && isFound ? addExec(start + before.length) : []
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`
}
