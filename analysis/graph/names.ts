import type { Entry } from '../../catalogue/index.ts'
import { isAlias } from './lines.ts'

const NODE = new Set(
  'assert async_hooks buffer child_process cluster console crypto dgram diagnostics_channel dns dns/promises events fs fs/promises http http2 https inspector module net os path perf_hooks process punycode querystring readline readline/promises repl stream stream/promises string_decoder timers timers/promises tls trace_events tty url util v8 vm wasi worker_threads zlib'.split(
    ' ',
  ),
)

/** A module's name without what means nothing: `node:` of Node's own. */
export function canonical(specifier: string): string {
  return specifier.startsWith('node:') ? specifier : NODE.has(specifier) ? `node:${specifier}` : specifier
}

/** Each thing of the catalogue has several names; this knows the one by which it is kept. */
export interface Names {
  /** The module under which an entry is kept: of all its names the first. */
  moduleNamed(specifier: string): string
  /** `node:http#Server`, or `Pool` as it is called in a module's own file; aliases are followed. */
  typeNamed(module: string, type: string): string
  /** All further names of types, with the one by which each is kept. */
  readonly aliases: ReadonlyMap<string, string>
}

export function nameAll(entries: readonly Entry[]): Names {
  const modules = new Map<string, string>()
  for (const { modules: all } of entries) {
    const [first = ''] = all.map(canonical)
    const name = modules.get(first) ?? first
    for (const each of all.map(canonical)) if (!modules.has(each)) modules.set(each, name)
  }
  const moduleNamed = (specifier: string): string => modules.get(canonical(specifier)) ?? canonical(specifier)
  const full = (module: string, type: string): string => {
    const at = type.lastIndexOf('#')
    return at === -1 ? `${module}#${type}` : `${moduleNamed(type.slice(0, at))}#${type.slice(at + 1)}`
  }
  const also = new Map<string, string>()
  for (const {
    modules: [first = ''],
    lines,
  } of entries) {
    const module = moduleNamed(first)
    for (const line of lines) if (isAlias(line)) also.set(full(module, line.type), full(module, line.is))
  }
  const kept = (name: string): string => {
    const next = also.get(name)
    return next === undefined ? name : kept(next)
  }
  return {
    moduleNamed,
    typeNamed: (module, type) => kept(full(module, type)),
    aliases: new Map([...also.keys()].map((name) => [name, kept(name)])),
  }
}
