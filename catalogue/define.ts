/**
 * A call as it is written: `new Pool()`, `createPool()`, `MongoStore.create()`, `express().listen()`, `Pool#connect()`.
 * `pgPromise()()` calls, with or without `new`, what a call gave.
 */
type Call = `${string}()`

/**
 * How something is let go: `.end()` is a method of the thing itself, `clearInterval(it)` a function of the module that
 * takes it, `disconnect()` a function of the module that lets go of everything it has opened. With a type before them
 * they are methods of something else: `Pool#releaseConnection(it)` of the pool it came from, `IMain#end()`; with a
 * module, functions of that: `rimraf#rimraf(it)`. `it()` calls the thing itself, as one does with a lock that is its own
 * release.
 */
export type Release = `.${string}()` | `${string}(it)` | Call

/** What one does with something: a release's shape, or a method with its first argument: `.on("exit")`. `for(it)` loops over it. */
type Use = Release | `.${string}("${string}")`

/**
 * - `server` takes requests in, `consumer` takes messages in, `schedule` starts work by the clock: what feeds a process.
 * - `client` is a connection that the work depends on.
 * - `timer`, `file`, `process` (a child, a worker thread, a browser), `telemetry` (what must be flushed).
 * - `lease` is taken from something that lives longer: a client of a pool, a lock, a transaction.
 */
type Kind = 'server' | 'consumer' | 'schedule' | 'client' | 'timer' | 'file' | 'process' | 'telemetry' | 'lease'

/** By the promise that is returned, by a callback where none is (`http.Server#close`), or by returning at all (`sync`). */
export type Settles = 'promise' | 'callback' | 'sync'

/** What a package opens, and how that is let go. */
export interface Resource {
  /**
   * What opens it, by the names that the module exports. A method of what another line returns is written with `#`:
   * `Pool#connect()`. A decorator is written as in code: `@Cron()`. A tagged function of the default export goes by the
   * name that `define` gives the default export.
   */
  readonly acquire: Call
  readonly kind: Kind
  /** Any one of them lets it go. None: nothing can, and so nothing is asked for. */
  readonly release?: Release | readonly Release[]
  /** The type of what is acquired, for other lines and for annotations: `Pool`, `node:http#Server`. Of `new Pool()` it is `Pool` by itself. */
  readonly returns?: string
  /**
   * It holds nothing before one of these is called on it: `.listen()`. Left out: from the first moment. An empty list:
   * it never does, and only other lines speak of it.
   */
  readonly opens?: Use | readonly Use[]
  /** How long it is meant to live when the code does not say: as the process (the default), or as the call that acquires it. */
  readonly scope?: 'process' | 'function'
  /** How one learns that the release has finished, or each of them, where they differ. Left out: by its promise. */
  readonly settles?: Settles | Readonly<Partial<Record<Release, Settles>>>
  /** Its release may be called again: that gives the promise of the first time, or does nothing. */
  readonly repeatable?: true
  /** Counts only when an options object of the call has one of these keys with a value that is not `false`: `pool`. */
  readonly when?: string | readonly string[]
  /** Counts only when no options object of the call has one of these keys: `client`. */
  readonly unless?: string | readonly string[]
  /** Counts only when nothing that is open is among its arguments: `drizzle(url)`, and not `drizzle(pool)`. */
  readonly unlessOpen?: true
  /** Its release lets go of the resources in its arguments too: socket.io ends the HTTP server that it was given. */
  readonly takes?: true
  /**
   * It is let go by what this is, without being told: `@nestjs/core#NestApplication` ends what a TypeORM module opened,
   * a `ChannelModel` the channel that was made on it. `itself`: it hears the signals on its own.
   */
  readonly owner?: string
  /** It is not called, but handed to this method of its owner: `app.register(fastifyPostgres, options)`. */
  readonly via?: Call
  /** It lets go of itself once it is used up by one of these, as a stream does that is piped: `.pipe()`, `pipeline(it)`. */
  readonly consumed?: Use | readonly Use[]
  /** For a WebSocket server whose close leaves its clients open: how one gets at them, `.clients`. */
  readonly clients?: `.${string}`
  /** The language can let go of it: by `using`, or by `await using`. */
  readonly disposes?: 'sync' | 'async'
}

/** Work that must end one way or the other: `{ begin: 'Client#query("BEGIN")', end: ['.query("COMMIT")', '.query("ROLLBACK")'] }`. */
export interface Transaction {
  readonly begin: Call | `${string}("${string}")`
  readonly end: readonly (`.${string}()` | `.${string}("${string}")`)[]
  /** The type of what it gives, on which it is then ended. Left out: it is ended on what it was begun on. */
  readonly returns?: string
  /** Given a function it ends by itself: `knex.transaction(async (trx) => {})`. */
  readonly managed?: true
}

/** Functions that a framework runs when it is stopped: `{ hook: '.addHook("onClose")', of: 'FastifyInstance' }`. */
export interface Hook {
  /** The call that registers one, with its first argument where that decides. */
  readonly hook: `.${string}()` | `.${string}("${string}")`
  /** The type whose release runs them. */
  readonly of: string
  /** They run before the server has drained. Left out: after that. */
  readonly early?: true
}

/** Methods that a framework calls on the objects it owns, in its order: Nest's `onModuleDestroy`. */
export interface HookMethods {
  readonly methods: readonly string[]
  readonly of: string
  /** Decorators that give an object to the framework: `@Injectable()`. Left out: any class of the project. */
  readonly decorators?: readonly `@${string}()`[]
  /** They run before the server has drained. Left out: after that. */
  readonly early?: true
}

/** A call after which signals are handled without any code of the user's. */
export interface Shutdown {
  /** `closeWithGrace()`, `createTerminus()`, `NestApplication#enableShutdownHooks()`. */
  readonly shutdown: Call
  readonly signals: readonly string[]
  /** What is let go: what the call is made on (`this`), or what is in its arguments (`arguments`). Functions in the arguments are always run. */
  readonly releases?: 'this' | 'arguments'
  /** Names of functions in its options that are run, when others are not: `onSignal`. Left out: all functions in its arguments. */
  readonly runs?: readonly string[]
  /** The option that names the signals, when the user may choose: `signals`. A number: the argument that lists them. */
  readonly signalsOption?: string | number
  /** How long it waits by itself, in ms; `false`: for ever. */
  readonly deadlineMs: number | false
  /** The option that sets it: `delay`, `timeout`. */
  readonly deadlineOption?: string
  /** The deadline bounds the server alone: the functions may take for ever. */
  readonly bounds?: 'server'
  /** How it learns that a function has finished. Left out: by its promise. */
  readonly settles?: Settles
  /** Counts only when no options object of the call has one of these keys: `noHandleSignals`. */
  readonly unless?: string | readonly string[]
  /** Whether it ends the process when all is done. */
  readonly exits: boolean
}

/** A command of the package that runs a file of the project, and stops by itself: `fastify start`. */
export interface Command {
  readonly command: string
  /** The type that the file's function is given, and that is let go on the signals. */
  readonly of: string
  readonly signals: readonly string[]
  readonly deadlineMs: number | false
}

/**
 * A function that gives back what it is given, changed or wrapped: `fp()` of fastify-plugin. A method gives back what it
 * is called on: `Pool#promise()`.
 */
export interface Wrapper {
  readonly wraps: Call
  /** What is called on the wrapper to let go of all that it was given: `.destroy()` of Kysely. */
  readonly release?: Release | readonly Release[]
  /** How one learns that this release has finished. Left out: by its promise. */
  readonly settles?: Settles
  /** The release may be called again: that gives the promise of the first time, or does nothing. */
  readonly repeatable?: true
}

/** A further name of a type, or of what a call gives: `{ type: 'INestApplication', is: '@nestjs/core#NestApplication' }`. */
export interface Alias {
  readonly type: string
  readonly is: string
}

export type Line = Resource | Transaction | Hook | HookMethods | Shutdown | Command | Wrapper | Alias

export interface Entry {
  /** All names under which the package is imported: `pg`, `pg-native`, `mysql2/promise`; `node:` is implied for Node's own. */
  readonly modules: readonly string[]
  readonly lines: readonly Line[]
  /** The name of the default export, and of the module itself where `require()` gives it: `express`, `Redis`. */
  readonly default?: string
  /** Names that need no import: `setInterval`. */
  readonly globals?: readonly string[]
}

/** Says what a package holds open. The documentation's URL stands on top of each file. */
export function define(
  modules: string | readonly [string, ...string[]],
  lines: readonly Line[],
  names: { readonly default?: string; readonly globals?: readonly string[] } = {},
): Entry {
  return { modules: typeof modules === 'string' ? [modules] : modules, lines, ...names }
}
