import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const MODULES = join(import.meta.dirname, '../../node_modules')
/** The plugin's source, which Node runs as it stands. */
export const PLUGIN = join(import.meta.dirname, '../../eslint-plugin/index.ts')

export const ESLINTS = [
  ['9', join(MODULES, 'eslint-9')],
  ['10', join(MODULES, 'eslint')],
] as const

export interface Message {
  readonly ruleId: string | null
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine?: number | undefined
  readonly endColumn?: number | undefined
}

interface Run {
  readonly status: number | null
  readonly stderr: string
  /** By the file's name from the root. */
  readonly messages: Readonly<Record<string, readonly Message[]>>
}

/** Runs ESLint as a person does, and tells what it says about each file that it says something about. */
export function runEslint(
  eslint: string,
  root: string,
  args: readonly string[],
  input?: string,
  flags: readonly string[] = [],
): Run {
  const command = [...flags, join(eslint, 'bin/eslint.js'), '--format=json', ...args]
  const { status, stdout, stderr } = node(command, root, input)
  const results = stdout.startsWith('[') ? (JSON.parse(stdout) as { filePath: string; messages: Message[] }[]) : []
  return {
    status,
    stderr,
    messages: Object.fromEntries(
      results
        .filter(({ messages }) => messages.length > 0)
        .map(({ filePath, messages }) => [filePath.slice(root.length + 1), messages.map(toMessage)]),
    ),
  }
}

export function toMessage({ ruleId, message, line, column, endLine, endColumn }: Message): Message {
  return { ruleId, message, line, column, ...(endLine && { endLine }), ...(endColumn && { endColumn }) }
}

export interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly filename: string
  readonly labels: readonly {
    readonly span: { readonly line: number; readonly column: number; readonly length: number }
  }[]
}

export function runOxlint(
  root: string,
  ...args: readonly string[]
): { status: number | null; diagnostics: readonly Diagnostic[] } {
  const { status, stdout } = node([join(MODULES, 'oxlint/bin/oxlint'), '--format=json', ...args], root)
  return { status, diagnostics: (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics }
}

function node(args: readonly string[], cwd: string, input = '') {
  return spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8', timeout: 60_000 })
}
