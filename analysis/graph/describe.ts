import type { Command, Entry, Line, Resource, Transaction, Wrapper } from '../../catalogue/index.ts'
import { callKey, type Described, type DescribedModule, type DescribedType, type Use } from './described.ts'
import {
  callOf,
  isAlias,
  isCommand,
  isHook,
  isHookMethods,
  isResource,
  isTransaction,
  isWrapper,
  listOf,
} from './lines.ts'
import { canonical, nameAll } from './names.ts'
import { methodName, prefixesOf, readWritten, splitCall, type Written } from './written.ts'

/** Arranges the catalogue by what the analysis asks for. */
export function describe(entries: readonly Entry[]): Described {
  const names = nameAll(entries)
  const modules = new Map<string, DescribedModule>()
  const types = new Map<string, DescribedType>()
  const globals = new Map<string, { module: string; path: string }>()
  const decorators = new Map<string, Line[]>()
  const vias = new Set<string>()
  const releaseNames = new Set<string>()
  const commands: Command[] = []
  const homes = new Map<Line, string>()
  const typeNames = new Map<Resource, string>()
  const wrapped = new Map<Wrapper, Resource>()
  const held = new Map<Transaction, Resource>()
  const uses = new Map<string, Use>()

  for (const { modules: all, default: defaultName = '' } of entries) {
    const module = moduleNamed(all[0] ?? '')
    if (defaultName !== '') Object.assign(module, { defaultName })
    module.aliases.add(module.defaultName)
    for (const each of all.map(canonical)) {
      modules.set(each, module)
      // node:fs/promises is `promises` of node:fs
      if (each.startsWith(`${module.name}/`)) module.aliases.add(each.slice(module.name.length + 1))
    }
  }
  for (const entry of entries) {
    const module = moduleNamed(entry.modules[0] ?? '')
    for (const each of entry.globals ?? []) globals.set(each, { module: module.name, path: each })
    const wraps = new Set(entry.lines.filter(isWrapper).map((line) => line.wraps))
    for (const line of entry.lines) {
      // What is opened by a call that may be given something instead lets go of that too.
      const isBoth = isResource(line) && wraps.has(line.acquire)
      enter(module, isBoth ? { ...line, takes: true } : line)
    }
  }
  for (const [alias, name] of names.aliases) types.set(alias, typeNamed(name))
  return {
    modules,
    types,
    globals,
    decorators,
    commands,
    vias,
    releaseNames,
    hookNames: new Set([...types.values()].flatMap(({ hooks }) => hooks.map(({ hook }) => methodName(hook)))),
    typeOf: (line) => typeNames.get(line) ?? '',
    typeNamed: (line, name) => names.typeNamed(homes.get(line) ?? '', name),
    useOf,
    wrapped: (line) => wrapped.get(line),
    held: (line) => held.get(line) ?? hold(line, homes.get(line) ?? ''),
  }

  function enter(module: DescribedModule, line: Line): void {
    homes.set(line, module.name)
    if (isAlias(line)) return
    if (isCommand(line)) commands.push({ ...line, of: names.typeNamed(module.name, line.of) })
    else if (isHook(line)) {
      const type = typeNamed(names.typeNamed(module.name, line.of))
      type.isFramework = true
      type.hooks.push(line)
    } else if (isHookMethods(line)) typeNamed(names.typeNamed(module.name, line.of)).hookMethods.push(line)
    else {
      enterCall(module, readWritten(callOf(line)), line)
      if (isResource(line)) enterResource(module, line)
      if (isTransaction(line)) hold(line, module.name)
      if (isWrapper(line)) wrap(module, line)
    }
  }

  function enterCall(module: DescribedModule, { type, path, isNew, isDecorator }: Written, line: Line): void {
    const [call, method] = type === undefined ? (splitCall(path) ?? []) : []
    const owner = type ?? call
    if (isDecorator) push(decorators, path, line)
    if (owner === undefined) {
      const own = ownPath(module, path)
      push(module.calls, callKey(module, own, isDecorator ? 'decorator' : isNew ? 'new' : 'call'), line)
      for (const prefix of prefixesOf(own)) module.prefixes.add(prefix)
      return
    }
    const described = typeNamed(names.typeNamed(module.name, owner))
    const own = method ?? path
    push(described.methods, `${isNew ? 'new ' : ''}${own}`, line)
    enterPath(described, own)
    if (call !== undefined) module.gives.set(call, described.name)
  }

  function enterResource(module: DescribedModule, line: Resource): void {
    const type = typeNamed(names.typeNamed(module.name, line.returns ?? ownType(line.acquire)))
    // Knex.Transaction
    for (const prefix of prefixesOf(line.returns ?? '')) module.prefixes.add(prefix)
    typeNames.set(line, type.name)
    type.given.push(line)
    if (line.kind === 'server') type.isFramework = true
    if (line.via !== undefined) vias.add(readWritten(line.via).path)
    for (const text of listOf(line.release)) {
      const use = useOf(line, text)
      enterUse(type, line, use, true)
      const isMember = use.isMethod || use.type !== undefined
      if (isMember) releaseNames.add(use.path.slice(use.path.lastIndexOf('.') + 1))
    }
    for (const text of listOf(line.consumed)) enterUse(type, line, useOf(line, text), false)
    for (const text of listOf(line.opens)) {
      const use = useOf(line, text)
      if (use.isMethod) type.opening.add(use.path)
      enterUse(type, line, use, false)
    }
  }

  /** What must be followed so that a use of a thing is seen. */
  function enterUse(type: DescribedType, line: Resource, use: Use, isRelease: boolean): void {
    if (use.isMethod || use.path === '') {
      if (use.takesIt) return
      if (isRelease) push(type.releases, use.path, line)
      enterPath(type, use.path)
    } else if (use.type !== undefined) enterPath(typeNamed(use.of), use.path)
    else {
      const module = moduleNamed(use.of, use.path === use.of ? use.path : '')
      module.releasing.add(use.path)
      for (const prefix of prefixesOf(use.path)) module.prefixes.add(prefix)
    }
  }

  function wrap(module: DescribedModule, line: Wrapper): void {
    const { type, isNew } = readWritten(line.wraps)
    if (type !== undefined || (!isNew && line.release === undefined)) return
    const { wraps, release, settles, repeatable } = line
    const resource: Resource = {
      acquire: wraps,
      kind: 'client',
      takes: true,
      opens: [],
      ...(release === undefined ? {} : { release }),
      ...(settles === undefined ? {} : { settles }),
      ...(repeatable === undefined ? {} : { repeatable }),
    }
    wrapped.set(line, resource)
    homes.set(resource, module.name)
    enterResource(module, resource)
  }

  function hold(line: Transaction, module: string): Resource {
    const { path } = readWritten(line.begin)
    const resource: Resource = { acquire: `${methodName(line.begin)}()`, kind: 'lease', scope: 'function' }
    held.set(line, resource)
    homes.set(resource, module)
    const name = line.returns === undefined ? `transaction ${line.begin}` : names.typeNamed(module, line.returns)
    const type = typeNamed(name)
    typeNames.set(resource, name)
    const { type: owner } = readWritten(line.begin)
    const on = line.returns !== undefined || owner === undefined ? type : typeNamed(names.typeNamed(module, owner))
    const before = line.returns === undefined ? path.slice(0, path.lastIndexOf('.') + 1) : ''
    for (const text of line.end) enterPath(on, before + readWritten(text).path)
    return resource
  }

  function useOf(line: Line, text: string): Use {
    const home = homes.get(line) ?? ''
    const known = uses.get(`${home} ${text}`)
    if (known) return known
    const written = readWritten(text)
    const { module, type } = written
    const own = module === undefined ? home : names.moduleNamed(module)
    const described = modules.get(own)
    const path = type === undefined && !written.isMethod && described ? ownPath(described, written.path) : written.path
    const of = type === undefined ? own : names.typeNamed(own, type)
    const use: Use = { ...written, text, path, of }
    uses.set(`${home} ${text}`, use)
    return use
  }

  function moduleNamed(specifier: string, defaultName = ''): DescribedModule {
    const name = names.moduleNamed(specifier)
    const known = modules.get(name)
    if (known) return known
    const module: DescribedModule = {
      name,
      defaultName,
      aliases: new Set([defaultName]),
      calls: new Map(),
      prefixes: new Set(),
      gives: new Map(),
      releasing: new Set(),
    }
    modules.set(name, module)
    return module
  }

  function typeNamed(name: string): DescribedType {
    const known = types.get(name)
    if (known) return known
    const type: DescribedType = {
      name,
      methods: new Map(),
      given: [],
      releases: new Map(),
      paths: new Set(),
      prefixes: new Set(),
      opening: new Set(),
      // express()
      isFramework: name.endsWith('()'),
      hooks: [],
      hookMethods: [],
    }
    types.set(name, type)
    return type
  }
}

function enterPath({ paths, prefixes }: DescribedType, path: string): void {
  paths.add(path)
  for (const prefix of prefixesOf(path)) prefixes.add(prefix)
}

/** A path without the name of the module's own default export: `create` of `MongoStore.create`. */
function ownPath({ aliases }: DescribedModule, path: string): string {
  const at = path.indexOf('.')
  return at !== -1 && aliases.has(path.slice(0, at)) ? path.slice(at + 1) : path
}

/** `new Pool()` gives a `Pool`, `new transports.File()` a `File`; a function without `returns` something of its own. */
function ownType(call: string): string {
  return /^new (?:.*\.)?([\w$]+)\(\)$/.exec(call)?.[1] ?? call.replaceAll('#', ' ')
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
