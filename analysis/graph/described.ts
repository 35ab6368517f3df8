import type { Command, Hook, HookMethods, Line, Resource, Transaction, Wrapper } from '../../catalogue/index.ts'
import type { Written } from './written.ts'

/** A module that the catalogue describes, by what can be called in it. */
export interface DescribedModule {
  readonly name: string
  readonly defaultName: string
  /** Names under which it exports itself: its default export's, `promises` of `node:fs`. */
  readonly aliases: Set<string>
  /** What a call means: `new Pool()`, `create()`, `@Cron()`. */
  readonly calls: Map<string, Line[]>
  /** What must be followed to get there: `transports`, `pgPromise()`. */
  readonly prefixes: Set<string>
  /** The types of what calls give on which other lines call methods: `express()`. */
  readonly gives: Map<string, string>
  /** Functions that let go of something, by their path. */
  readonly releasing: Set<string>
}

/** What is known of all things of a type. */
export interface DescribedType {
  readonly name: string
  /** By path, `new` before it where that belongs there: `connect`, `em.fork`, `build().listen`. */
  readonly methods: Map<string, Line[]>
  /** Lines that give things of this type. */
  readonly given: Resource[]
  readonly releases: Map<string, Resource[]>
  /** All that lines speak of, by path. */
  readonly paths: Set<string>
  /** Beginnings of paths that have more than one name: `connection` of `.connection.close()`. */
  readonly prefixes: Set<string>
  /** The methods that make things of it hold what they stand for: `listen`. They give back the thing itself. */
  readonly opening: Set<string>
  /** A project has one of them, on which it keeps what is its own: `app.locals.db`. */
  isFramework: boolean
  readonly hooks: Hook[]
  readonly hookMethods: HookMethods[]
}

/** What is done with a thing, and where to look for that. */
export interface Use extends Written {
  /** As the catalogue writes it. */
  readonly text: string
  /** The type on whose things, or the module in which, it is done. */
  readonly of: string
}

export interface Described {
  readonly modules: ReadonlyMap<string, DescribedModule>
  readonly types: ReadonlyMap<string, DescribedType>
  readonly globals: ReadonlyMap<string, { readonly module: string; readonly path: string }>
  readonly decorators: ReadonlyMap<string, Line[]>
  /** The last names of all releases that are methods. */
  readonly releaseNames: ReadonlySet<string>
  /** The names of all methods that register hooks. */
  readonly hookNames: ReadonlySet<string>
  /** Methods that something may be handed to instead of being called: `register`. */
  readonly vias: ReadonlySet<string>
  readonly commands: readonly Command[]
  /** The type of what a line gives. */
  typeOf(line: Resource): string
  /** A type as the file names it in which the line stands. */
  typeNamed(line: Line, name: string): string
  /** A release of a line, or a use. */
  useOf(line: Line, text: string): Use
  /** What a wrapper holds: nothing itself, but its release lets go of what it was given. */
  wrapped(line: Wrapper): Resource | undefined
  /** What is held from the beginning of a transaction to its end. */
  held(line: Transaction): Resource
}

/** By what a call is found among a module's: `new Pool()`, `express()` for its default export, `@Cron()`. */
export function callKey(module: DescribedModule | undefined, path: string, kind: 'call' | 'new' | 'decorator'): string {
  const own = path === '' ? (module?.defaultName ?? '') : path
  if (kind === 'decorator') return `@${own}()`
  // const Store = connectPgSimple(session): with or without `new`
  return `${kind === 'new' && !own.endsWith(')') ? 'new ' : ''}${own}()`
}
