import { posix } from 'node:path'
import type { DeployHost } from '../repository.ts'
import { packageAt } from '../repository.ts'
import { followRunner } from './follow-runner.ts'
import { lastCommand, type LastCommand } from './last-command.ts'
import { withoutWrappers } from './wrappers.ts'

/**
 * The shell behind `sh`. Measured with a process that drains for 700 ms, as PID 1: dash 0.5.12 (Debian, Ubuntu) waits for
 * its last command and keeps the signal; bash 5.2 and BusyBox 1.35 (Alpine) become their last command under `-c`. None of
 * them does so with a script.
 */
export type Shell = 'dash' | 'busybox' | 'bash' | 'unknown'

/** Where a command runs, as far as its deploy file tells. */
export interface Circumstance {
  readonly host: DeployHost
  /** The folder of the repository that the command is run in. */
  readonly folder: string
  readonly shell: Shell
  /** The file of the repository that a path of the command means there. */
  readonly findScript: (path: string) => string | undefined
  /** What `"$@"` is in a script. */
  readonly rest: readonly string[]
  /** How many commands have led here. */
  readonly depth?: number
}

/** What gets the signal in the process's place. */
export interface Hider {
  readonly by: 'shell' | 'pipe' | 'script' | 'runner'
  readonly confidence: 'certain' | 'likely'
  /** The command that the signal should reach, or that ends too early. */
  readonly command: string
  /** There is nothing else for the shell to do. */
  readonly isAlone?: boolean
  /** Where that stands, when it is in a script of the repository. */
  readonly at?: { readonly file: string; readonly start: number; readonly end: number }
}

/** Where a command leads. */
export interface Followed {
  /** The process at the end: Node, PM2, or what is no business of ours. */
  readonly ends: 'node' | 'pm2' | 'other'
  readonly argv: readonly string[]
  /** The package that it is run in. */
  readonly folder: string
  /** The outermost first. */
  readonly hiders: readonly Hider[]
}

/** Beyond that a script starts itself. */
const DEPTH = 20
const NODE = new Set(['node', 'nodejs', 'bun', 'deno', 'tsx', 'ts-node', 'ts-node-dev', 'node-dev'])
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh'])

/** Follows a command to the process that does the work. Undefined: it can not be told. */
export function followCommand(argv: readonly string[], from: Circumstance): Followed | undefined {
  const { depth = 0 } = from
  if (depth > DEPTH) return undefined
  const where = { ...from, depth: depth + 1 }
  const [program = '', ...args] = withoutWrappers(argv)
  const name = posix.basename(program)
  if (NODE.has(name)) return { ends: 'node', argv: [name, ...args], folder: packageFolder(where), hiders: [] }
  if (name === 'pm2-runtime' || name === 'pm2-docker') {
    return { ends: 'pm2', argv: [name, ...args], folder: packageFolder(where), hiders: [] }
  }
  if (SHELLS.has(name)) return followShell(name, args, where)
  const script = program.includes('/') || name.endsWith('.sh') ? where.findScript(program) : undefined
  if (script !== undefined) return followScript(script, args, where)
  return (
    followRunner(name, args, where) ?? {
      ends: 'other',
      argv: [name, ...args],
      folder: packageFolder(where),
      hiders: [],
    }
  )
}

/** Follows a text that is given to a shell. */
export function followText(text: string, shell: Shell, where: Circumstance): Followed | undefined {
  const last = lastCommand(text)
  const found = last && followLast(last, where)
  if (!found || found.ends === 'other' || last.isExec) return found
  const command = last.text
  if (last.isPiped) return hiddenBy({ by: 'pipe', confidence: 'certain', command }, found)
  if (shell === 'bash' || shell === 'busybox') return found
  const isAlone = text.trim() === command && found.hiders.length === 0
  return hiddenBy({ by: 'shell', confidence: shell === 'dash' ? 'certain' : 'likely', command, isAlone }, found)
}

function followShell(name: string, args: readonly string[], where: Circumstance): Followed | undefined {
  const at = args.findIndex((each) => /^-\w*c$/.test(each))
  const text = args[at + 1]
  const shell = name === 'sh' ? where.shell : name === 'bash' ? 'bash' : 'unknown'
  if (at !== -1) return text === undefined ? undefined : followText(text, shell, where)
  const [path, ...rest] = args.filter((each) => !each.startsWith('-'))
  const script = path === undefined ? undefined : where.findScript(path)
  return script === undefined ? undefined : followScript(script, rest, where)
}

function followScript(file: string, args: readonly string[], where: Circumstance): Followed | undefined {
  const text = where.host.read(file) ?? ''
  // What has a trap of its own may pass the signal on.
  if (!/^#!.*sh\b/.test(text) || /^\s*trap\s/m.test(text)) return undefined
  const last = lastCommand(text)
  const found = last && followLast(last, { ...where, rest: args.length > 0 ? args : where.rest })
  if (!found || last.isExec || found.ends === 'other') return found
  const { start, end, isPiped } = last
  const at = { file, start, end }
  return hiddenBy({ by: isPiped ? 'pipe' : 'script', confidence: 'certain', command: last.text, at }, found)
}

function followLast({ argv }: LastCommand, where: Circumstance): Followed | undefined {
  const words = argv.flatMap((word) => (word === '$@' ? where.rest : [word]))
  return followCommand(words, { ...where, rest: [] })
}

function hiddenBy(hider: Hider, found: Followed): Followed {
  return { ...found, hiders: [hider, ...found.hiders] }
}

function packageFolder({ host, folder }: Circumstance): string {
  return packageAt(host, folder)?.folder ?? folder
}
