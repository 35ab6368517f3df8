import type { Place } from './finding.ts'

/** What stays open, and all that is known about letting go of it: plain data, for those who put it right. */
export interface Held {
  /** The call that acquires it; of what a wrapper lets go of, the call that makes the wrapper. */
  readonly acquired: Place
  /** What makes it hold something, where that is another call: `.listen()`. */
  readonly opened?: Place
  /** As the catalogue writes it: `new Pool()`. */
  readonly acquire: string
  /** The module that it comes from: `pg`. */
  readonly module: string
  /** What the file imports that module as: `@sentry/nestjs`, which gives what `@sentry/node` does. */
  readonly from: string
  /** The type of the thing, with its module: `pg#Pool`. */
  readonly type: string
  readonly kind: 'server' | 'consumer' | 'schedule' | 'client' | 'timer' | 'file' | 'process' | 'telemetry' | 'lease'
  /** What lets go of it, the gentlest first. */
  readonly releases: readonly LettingGo[]
  /** How one gets at the clients that its release would leave connected: `.clients` of a WebSocket server. */
  readonly clients?: string
  /** The releases that the project has, and that no signal leads to. */
  readonly written: readonly Place[]
  /** What lets go of it by itself, once it is stopped: `fastify#FastifyInstance`. */
  readonly owner?: string
  /** Whether the program does it while it starts, and not each time something comes. */
  readonly isAtStart: boolean
  readonly program: HoldingProgram
  /** Where other programs that load the same file say what happens on signals. */
  readonly heardElsewhere: readonly Place[]
}

export interface LettingGo {
  /** As the catalogue writes it: `.end()`, `clearInterval(it)`, `disconnect()`. */
  readonly release: string
  readonly settles: 'promise' | 'callback' | 'sync'
}

/** The program in which it stays open. */
export interface HoldingProgram {
  /** The file that it starts with. */
  readonly entry: string
  /** Where it says what happens on signals; empty: it does not. */
  readonly heard: readonly Hearing[]
  /** The type of what a command runs it with, and stops: `fastify start`. */
  readonly command?: string
  /** Frameworks and servers that it makes: `@nestjs/core#NestApplication`. */
  readonly servers: readonly HoldingServer[]
}

export interface HoldingServer {
  readonly type: string
  readonly acquired: Place
  /** The class that it is given first: the root module of Nest. */
  readonly root?: { readonly file: string; readonly name: string }
}

export interface Hearing {
  readonly by: 'process' | 'library' | 'framework'
  readonly signals: readonly string[]
  readonly registered: Place
  /** The functions that run. */
  readonly functions: readonly Place[]
  /** Undefined where what happens can not be followed to its end. */
  readonly course?: {
    /** The calls that end the process when all went well, and not because a timer has run down. */
    readonly exits: readonly Place[]
    /** The calls that close its servers. */
    readonly closes: readonly Place[]
  }
}
