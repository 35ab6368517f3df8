import { posix } from 'node:path'
import type { Command } from '../catalogue/index.ts'

/** A file that a command of a package runs: `fastify start app.js`. */
export interface Started {
  readonly file: string
  readonly by: Command
}

/** What the commands of packages run, as the scripts of a package.json call them. */
export function startedIn(file: string, text: string, commands: readonly Command[]): Started[] {
  if (posix.basename(file) !== 'package.json') return []
  const folder = posix.dirname(file)
  return commands.flatMap((by) =>
    Object.values(scriptsIn(text))
      .filter((script) => typeof script === 'string' && script.includes(by.command))
      .flatMap((script) => named(String(script).slice(String(script).indexOf(by.command))))
      .map((path) => ({ file: posix.normalize(posix.join(folder, path)), by })),
  )
}

function scriptsIn(text: string): object {
  const content = parsed(text)
  if (typeof content !== 'object' || content === null || !('scripts' in content)) return {}
  return typeof content.scripts === 'object' && content.scripts !== null ? content.scripts : {}
}

/** The files that package.json, a Dockerfile, a Procfile or PM2's configuration start, as far as they name them. */
export function entriesIn(file: string, text: string): string[] {
  const name = posix.basename(file)
  const folder = posix.dirname(file)
  const at = (path: string): string => posix.normalize(posix.join(folder, path))
  if (name === 'package.json') return fromPackage(text).map(at)
  if (/^Dockerfile|^Procfile$|^ecosystem\.config\.|^process\.(json|yml)$/.test(name)) return named(text).map(at)
  return []
}

export function isEntryFile(file: string): boolean {
  return /(^|\/)(package\.json|Dockerfile[\w.-]*|Procfile|ecosystem\.config\.\w+|process\.(json|yml))$/.test(file)
}

function fromPackage(text: string): string[] {
  const content = parsed(text)
  if (typeof content !== 'object' || content === null) return []
  const { bin, scripts } = content as { bin?: unknown; scripts?: unknown }
  const bins = typeof bin === 'string' ? [bin] : stringsOf(bin)
  // What builds, tests and deploys is no program that runs in production.
  const started = typeof scripts === 'object' && scripts !== null ? Object.entries(scripts) : []
  const commands = started.flatMap(([key, command]) =>
    /^(start|serve|worker|prod|dev$|start:)/.test(key) && typeof command === 'string' ? [command] : [],
  )
  return [...bins, ...commands.flatMap(named)]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // what is wrong with it is said by whoever installs it
  }
}

function stringsOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).filter((each) => typeof each === 'string')
    : []
}

/** Paths of scripts in a command: `node --enable-source-maps dist/main.js`. */
function named(command: string): string[] {
  return [
    ...command.matchAll(
      /(?:^|[\s"'=,[])((?:\.{0,2}\/)?[\w@.-]+(?:\/[\w@.-]+)*\.[cm]?[jt]s|(?:\.\/)?dist\/[\w./-]+)(?=$|[\s"',\]])/gm,
    ),
  ].map(([, path = '']) => path)
}
