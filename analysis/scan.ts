import type { Entry, Line } from '../catalogue/index.ts'
import { isResource, isShutdown, isTransaction, listOf } from './graph/lines.ts'
import { canonical } from './graph/names.ts'
import type { Described, DescribedModule } from './graph/described.ts'
import { servesRequests } from './graph/serving.ts'
import { loadedByPath } from './loaded-by-path.ts'
import { isBrowserLibrary } from './queries/production.ts'
import { loadsByFolder } from './queries/programs.ts'
import { namesTakenBefore } from './taken-names.ts'

/** What a glance at a file's text tells, without a parser. */
export interface Scan {
  /** What it imports. */
  readonly specifiers: readonly string[]
  /** Whether it may open, release, or listen for a signal. */
  readonly isRelevant: boolean
  /** Whether anything may be found in it: of what it imports it takes what opens or releases. */
  readonly mayBeFoundIn: boolean
  /** Whether it says itself what is to be released: then something may be found where that is used. */
  readonly describes: boolean
  /** Whether it may load files by their folder or their name. */
  readonly loadsByName: boolean
}

/**
 * What gives only types comes first, and is no specifier: it loads nothing. No path is longer than that
 * (https://man7.org/linux/man-pages/man3/realpath.3.html, PATH_MAX); base64 text may be.
 */
const SPECIFIER =
  /\b(?:import|export)\s+type\s+(?:\{[^}]*\}|[\w$]+|\*(?:\s+as\s+[\w$]+)?)\s*from\s*["'`][^"'`\n]+["'`]|(?:(?<![.\w$])from|\b(?:import|require)\s*\(?)\s*(?:\/\*[^*]*\*\/\s*)?["'`]([^"'`\n]{1,4096})["'`]/g
const DESCRIBES = /@mustCall|Symbol\.(?:asyncD|d)ispose|AsyncDisposableStack/
const SIGNALS = new RegExp(
  `\\bprocess\\b[^\\n]{0,40}\\b(?:on|once|addListener|prependListener)\\b|["'\`]SIG(?:TERM|INT|HUP|QUIT|KILL|STOP|USR2)\\b|${DESCRIBES.source}|\\bprisma\\b.*client`,
)
/** What is loaded is no text, or whoever loads it was made. */
const BY_NAME = /\b(?:require|import)\s*\(\s*[^"'\s)]|\bcreateRequire\b/

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
  const namesOf = namesThatMatter(described)
  const opens = (specifier: string, taken?: readonly string[]): boolean => {
    const names = namesOf(specifier)
    return names !== undefined && (taken?.some((name) => names.has(name)) ?? true)
  }
  const serves = servesRequests(described)
  return (text) => {
    const specifiers = [...loadedByPath(text)]
    let isOpening = specifiers.some((each) => opens(each))
    let takesOpening = isOpening
    for (const { 1: specifier, index } of text.matchAll(SPECIFIER)) {
      if (specifier === undefined) continue
      specifiers.push(specifier)
      if (takesOpening || !opens(specifier)) continue
      isOpening = true
      takesOpening = opens(specifier, namesTakenBefore(text, index))
    }
    for (const [, specifier = ''] of loadedByMade(text)) {
      specifiers.push(specifier)
      if (opens(specifier)) isOpening = takesOpening = true
    }
    const isForServers = !specifiers.some(isBrowserLibrary) || specifiers.some(serves)
    const isSaid = !takesOpening && (SIGNALS.test(text) || called.test(text) || userModules)
    return {
      specifiers,
      isRelevant: isForServers && (isOpening || isSaid),
      mayBeFoundIn: isForServers && (takesOpening || isSaid),
      describes: DESCRIBES.test(text),
      loadsByName: BY_NAME.test(text) || specifiers.some(loadsByFolder),
    }
  }
}

/** Of a module that opens or releases something the names that have to do with it; of one that only gives types none. */
function namesThatMatter({ modules, types }: Described): (specifier: string) => ReadonlySet<string> | undefined {
  const known = new Map<DescribedModule, ReadonlySet<string> | undefined>()
  const typesOf = Map.groupBy(types.keys(), (name) => name.slice(0, name.lastIndexOf('#')))
  return (specifier) => {
    const module = modules.get(canonical(specifier))
    if (!module) return undefined
    if (known.has(module)) return known.get(module)
    const { name, calls, releasing, prefixes, gives, aliases } = module
    const paths = [...calls.keys(), ...releasing, ...prefixes, ...gives.keys(), ...aliases]
    const own = (typesOf.get(name) ?? []).map((each) => each.slice(name.length + 1))
    const names = new Set(['default', ...[...paths, ...own].flatMap((path) => /[\w$]+$/.exec(firstOf(path)) ?? [])])
    const found = calls.size + releasing.size > 0 ? names : undefined
    known.set(module, found)
    return found
  }
}

/** `new pg.Pool()`: what is taken from the module is `pg`. */
function firstOf(path: string): string {
  return path.replace(/[.(].*$/, '')
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
