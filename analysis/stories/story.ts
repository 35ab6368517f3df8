import type { Resource } from '../../catalogue/index.ts'
import type { Place } from '../finding.ts'

/** What a program opens, and what becomes of that on the signals: plain data. */
export interface ProgramStory {
  /** The file that it starts with. */
  readonly entry: string
  /** `service`: it goes on until it is told to stop. `one-shot`: it ends by itself, and owes nothing on a signal. `thread`: it hears none. */
  readonly kind: 'service' | 'one-shot' | 'thread'
  /** What names it as something to start. None: it starts something, and nobody imports it. */
  readonly starts: readonly Start[]
  /** What is held until the process is told to stop, in the order in which the code acquires it. */
  readonly resources: readonly HeldResource[]
  /** What happens on SIGTERM, then on SIGINT; of a service alone. */
  readonly stops: readonly StopStory[]
}

/** A line that starts a program: a script of package.json, the command of a Dockerfile. */
export interface Start {
  readonly place: Place
  readonly written: string
}

export interface HeldResource {
  /** The call as it is written: `new Pool()`. */
  readonly written: string
  /** Where what is acquired comes from; empty for the project's own. */
  readonly package: string
  readonly kind: Resource['kind']
  readonly place: Place
  /** Where it begins to hold what it stands for, when that is not where it is acquired: `.listen()`. */
  readonly opened?: Place
  /** It is acquired when the program starts, and not when something happens later. */
  readonly isAtStart: boolean
}

export interface StopStory {
  readonly signal: 'SIGTERM' | 'SIGINT'
  /** What hears the signal. None: the process is ended at once. */
  readonly heard: readonly Heard[]
  /** What becomes of each resource, in their order. */
  readonly fates: readonly Fate[]
  /** How many steps the releases take, one after the other. */
  readonly steps: number
  /** Where the process is ended when all went well. None: it ends when nothing holds it any more. */
  readonly exits: readonly Written[]
  readonly deadline: Deadline
}

/** What is written in a place. */
export interface Written {
  readonly place: Place
  readonly written: string
}

export interface Heard {
  readonly by: 'process' | 'library' | 'framework' | 'command'
  readonly written: string
  /** Left out of what no code registers: a command of a package. */
  readonly place?: Place
}

export interface Fate {
  /** `cut-off`: the process is ended before it is let go. `lasting`: nothing could let go of it. */
  readonly state: 'released' | 'left-open' | 'cut-off' | 'lasting'
  /** What lets go of it. */
  readonly release?: Written
  /** The index of the resource that lets go of it with itself. */
  readonly goesWith?: number
  /** The step of the stop in which that begins, from 1. Left out where the code does not tell. */
  readonly from?: number
  /** The last step in which it may still go on. */
  readonly to?: number
  /** Whether the stop goes on without waiting for it. */
  readonly isNotAwaited?: true
  /** Left out: always, as far as the code tells. */
  readonly only?: 'after a time' | 'on failure' | 'by name'
}

/** `endless`: something is waited for that nothing ends. `quick`: nothing is waited for that may take for ever. */
export type Deadline =
  | { readonly kind: 'endless' | 'quick' | 'unheard' }
  /** `ms` is left out where the code computes it. */
  | ({ readonly kind: 'bounded'; readonly ms?: number } & Written)
