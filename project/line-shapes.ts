import type { Alias, Command, Hook, HookMethods, Resource, Shutdown, Transaction, Wrapper } from '../catalogue/index.ts'
import { boolean, either, many, number, oneOf, record, some, text, written, yes, type Shape } from './shape.ts'

/** Every key of a line, with what it must be: the compiler asks for a new one here when the catalogue gets one. */
interface ShapeOf<L> {
  readonly required: { readonly [K in keyof L as object extends Pick<L, K> ? never : K]: Shape }
  readonly optional: { readonly [K in keyof L as object extends Pick<L, K> ? K : never]: Shape }
}

export interface LineShape {
  readonly required: Readonly<Record<string, Shape>>
  readonly optional: Readonly<Record<string, Shape>>
}

const call = written(/^(new )?[^.\s]\S*\(("[^"]*")?\)$/, 'a call such as "new Pool()" or "Pool#connect()"')
const method = written(/^\.\S+\(("[^"]*")?\)$/, 'a method such as ".close()"')
const use = written(/^\S+\((it|"[^"]*")?\)$/, 'such as ".close()", "clearInterval(it)" or "disconnect()"')
const decorator = written(/^@\S+\(\)$/, 'a decorator such as "@Injectable()"')
const property = written(/^\.\S+$/, 'a property such as ".clients"')
const settles = oneOf('promise', 'callback', 'sync')
const deadline = either(number, oneOf(false))

const acquire: ShapeOf<Omit<Resource, 'kind'> & Partial<Pick<Resource, 'kind'>>> = {
  required: { acquire: call },
  optional: {
    kind: oneOf('server', 'consumer', 'schedule', 'client', 'timer', 'file', 'process', 'telemetry', 'lease'),
    release: some(use),
    returns: text,
    opens: some(use),
    scope: oneOf('process', 'function'),
    settles: either(settles, record(settles)),
    repeatable: yes,
    when: some(text),
    unless: some(text),
    unlessOpen: yes,
    takes: yes,
    owner: text,
    via: call,
    consumed: some(use),
    clients: property,
    disposes: oneOf('sync', 'async'),
  },
}

const begin: ShapeOf<Transaction> = {
  required: { begin: call, end: many(method) },
  optional: { returns: text, managed: yes },
}

const hook: ShapeOf<Hook> = { required: { hook: method, of: text }, optional: { early: yes } }

const methods: ShapeOf<HookMethods> = {
  required: { methods: many(text), of: text },
  optional: { decorators: many(decorator), early: yes },
}

const shutdown: ShapeOf<Shutdown> = {
  required: { shutdown: call, signals: many(text), deadlineMs: deadline, exits: boolean },
  optional: {
    releases: oneOf('this', 'arguments'),
    runs: many(text),
    signalsOption: either(text, number),
    deadlineOption: text,
    bounds: oneOf('server'),
    settles,
    unless: some(text),
  },
}

const command: ShapeOf<Command> = {
  required: { command: text, of: text, signals: many(text), deadlineMs: deadline },
  optional: {},
}

const wraps: ShapeOf<Wrapper> = {
  required: { wraps: call },
  optional: { release: some(use), settles, repeatable: yes },
}

const type: ShapeOf<Alias> = { required: { type: text, is: text }, optional: {} }

/** What a line of the catalogue may say, by the key that tells what the line is about. */
export const LINE_SHAPES: Readonly<Record<string, LineShape>> = {
  acquire,
  begin,
  hook,
  methods,
  shutdown,
  command,
  wraps,
  type,
}

/** What every line of a configuration says besides: which module it is about. */
export const MODULE_SHAPE: LineShape = {
  required: { module: some(text) },
  optional: { default: text, globals: many(text) },
}
