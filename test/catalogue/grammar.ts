/** What a call, a release or a use of the catalogue says, taken apart. */
export interface Written {
  readonly isDecorator: boolean
  readonly isNew: boolean
  /** The module of a function or a type that is not of the module that the file is about. */
  readonly module: string | undefined
  /** The type of what a method is called on. */
  readonly type: string | undefined
  /** A method of the thing itself: `.end()`. */
  readonly isMethod: boolean
  /** The first name: `MongoStore` of `MongoStore.create()`. */
  readonly root: string
  /** All of it before its last pair of parentheses: `.query`. */
  readonly callee: string
  /** What stands between those: nothing, `it`, or a string. */
  readonly argument: string
}

const name = String.raw`[A-Za-z_$][\w$]*`
const callee = String.raw`(?<root>${name})(?:\(\)|\.${name}|\.\*)*`
const place = String.raw`(?:(?<module>(?:node:)?[@a-z][\w./-]*)#)?(?:(?<type>[A-Z][\w.$]*)#)?`
const WRITTEN = new RegExp(
  String.raw`^(?<at>@)?${place}(?<isNew>new )?(?<callee>\.?${callee})\((?<argument>it|"[^"]+")?\)$`,
)

/** Nothing where the text is not of the catalogue's grammar. */
export function readWritten(text: string): Written | undefined {
  const groups = WRITTEN.exec(text)?.groups
  if (!groups) return undefined
  const { at, module, type, isNew, root = '', callee = '', argument = '' } = groups
  return {
    isDecorator: at !== undefined,
    isNew: isNew !== undefined,
    module,
    type,
    isMethod: callee.startsWith('.'),
    root,
    callee,
    argument,
  }
}

/** A type's name, and the module of which it is where that is another: `node:http#Server`. */
export function readType(text: string): { readonly module: string | undefined; readonly type: string } {
  const [first = '', second] = text.split('#')
  return second === undefined ? { module: undefined, type: first } : { module: first, type: second }
}

export function list<T>(all: T | readonly T[] | undefined): readonly T[] {
  if (all === undefined) return []
  return Array.isArray(all) ? (all as readonly T[]) : [all as T]
}
