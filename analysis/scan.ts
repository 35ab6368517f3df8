import type { Entry, Line } from '../catalogue/index.ts'
import { isResource, isShutdown, isTransaction, listOf } from './graph/lines.ts'
import { canonical } from './graph/names.ts'
import type { Described } from './graph/described.ts'
import { servesRequests } from './graph/serving.ts'
import { loadedByPath } from './loaded-by-path.ts'
import { isBrowserLibrary } from './queries/production.ts'

/** What a glance at a file's text tells, without a parser. */
export interface Scan {
  /** What it imports. */
  readonly specifiers: readonly string[]
  /** Whether it may open, release, or listen for a signal. */
  readonly isRelevant: boolean
}

/**
 * What gives only types comes first, and is no specifier: it loads nothing. No path is longer than that
 * (https://man7.org/linux/man-pages/man3/realpath.3.html, PATH_MAX); base64 text may be.
 */
const SPECIFIER =
  /\b(?:import|export)\s+type\s+(?:\{[^}]*\}|[\w$]+|\*(?:\s+as\s+[\w$]+)?)\s*from\s*["'`][^"'`\n]+["'`]|(?:(?<![.\w$])from|\b(?:import|require)\s*\(?)\s*(?:\/\*[^*]*\*\/\s*)?["'`]([^"'`\n]{1,4096})["'`]/g
const SIGNALS =
  /\bprocess\b[^\n]{0,40}\b(?:on|once|addListener|prependListener)\b|["'`]SIG(?:TERM|INT|HUP|QUIT|KILL|STOP|USR2)\b|@mustCall|Symbol\.(?:asyncD|d)ispose|\bprisma\b.*client|AsyncDisposableStack/

/** Looks at texts; which words matter is decided by the catalogue. */
export function createScanner(described: Described, entries: readonly Entry[]): (text: string) => Scan {
  const words = new Set(described.releaseNames)
  for (const type of described.types.values()) {
    for (const [method, lines] of type.methods) if (lines.some(opensSomething)) words.add(last(method))
    for (const hook of type.hookMethods) for (const method of hook.methods) words.add(method)
    for (const hook of type.hooks) words.add(last(hook.hook.replace(/\(.*$/, '')))
  }
  for (const decorator of described.decorators.keys()) words.add(decorator)
  for (const word of ['query', 'on', 'use', 'then', 'from']) words.delete(word)
  const called = new RegExp(
    `\\b(?:${[...words].filter((word) => /^[\w$]+$/.test(word)).join('|')}|${[...described.globals.keys()].join('|')})\\s*[(?]|\\b(?:BEGIN|START TRANSACTION)\\b`,
  )
  const userModules = entries.some(({ modules }) => modules.some((each) => each.startsWith('.')))
  // Of a module that only gives types what is done with those decides.
  const opens = (specifier: string): boolean => {
    const module = described.modules.get(canonical(specifier))
    return module !== undefined && module.calls.size + module.releasing.size > 0
  }
  const serves = servesRequests(described)
  return (text) => {
    const specifiers = [...loadedByPath(text)]
    for (const [, specifier] of text.matchAll(SPECIFIER)) if (specifier !== undefined) specifiers.push(specifier)
    for (const [, specifier = ''] of loadedByMade(text)) specifiers.push(specifier)
    const isRelevant =
      (!specifiers.some(isBrowserLibrary) || specifiers.some(serves)) &&
      (specifiers.some(opens) || SIGNALS.test(text) || called.test(text) || userModules)
    return { specifiers, isRelevant }
  }
}

/** What is loaded by what `createRequire()` gave: `const load = createRequire(import.meta.url)`, `load('pg')`. */
function loadedByMade(text: string): Iterable<RegExpExecArray> {
  if (!text.includes('createRequire')) return []
  const [, alias = 'createRequire'] = /\bcreateRequire(?:\s+as\s+|\s*:\s*)([\w$]+)/.exec(text) ?? []
  const maker = `${alias.replaceAll('$', '\\$')}\\s*\\(`
  const made = [...text.matchAll(new RegExp(`([\\w$]+)\\s*=\\s*(?:[\\w$]+\\.)?${maker}`, 'g'))]
  const names = made.map(([, name = '']) => name.replaceAll('$', '\\$')).filter((name) => name !== 'require')
  const callees = [...names, `${maker}[^()\\n]*\\)`].join('|')
  return text.matchAll(new RegExp(`(?<![\\w$])(?:${callees})\\s*\\(\\s*["'\`]([^"'\`\\n]+)["'\`]`, 'g'))
}

/** Of the methods of a thing those that acquire something, or that handle signals. */
function opensSomething(line: Line): boolean {
  return (
    (isResource(line) && listOf(line.opens).length === 0 && line.release !== undefined) ||
    isTransaction(line) ||
    isShutdown(line)
  )
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
