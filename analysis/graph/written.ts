/** A call, a release or a use as the catalogue writes it, taken apart. */
export interface Written {
  readonly isNew: boolean
  readonly isDecorator: boolean
  /** The module of a function or of a type, where that is not the one that the file is about. */
  readonly module: string | undefined
  /** The type of what a method is called on. */
  readonly type: string | undefined
  /** It is a method of the thing itself: `.end()`. */
  readonly isMethod: boolean
  /** What stands before its last pair of parentheses: `store.getClient().quit`; nothing of `it()`. */
  readonly path: string
  /** Its argument is the thing: `clearInterval(it)`. */
  readonly takesIt: boolean
  /** Its first argument, where that decides: `onClose` of `.addHook("onClose")`. */
  readonly literal: string | undefined
}

const known = new Map<string, Written>()

export function readWritten(text: string): Written {
  const before = known.get(text)
  if (before) return before
  const written = read(text)
  known.set(text, written)
  return written
}

function read(text: string): Written {
  const parts = text.split('#')
  const [, at, isNew, dot, callee = '', argument = ''] =
    /^(@)?(new )?(\.)?(.*)\(([^()]*)\)$/.exec(parts.at(-1) ?? '') ?? []
  const [first, second] = parts.slice(0, -1)
  // A type begins with a capital, a module never does.
  const isModule = second !== undefined || /^[a-z@./]/.test(first ?? '')
  return {
    isNew: isNew !== undefined,
    isDecorator: at !== undefined,
    module: isModule ? first : undefined,
    type: isModule ? second : first,
    isMethod: dot !== undefined,
    path: callee === 'it' ? '' : callee,
    takesIt: argument === 'it',
    literal: argument.startsWith('"') ? argument.slice(1, -1) : undefined,
  }
}

/** What leads to a path: of `store.getClient().quit` it is `store`, `store.getClient` and `store.getClient()`. */
export function prefixesOf(path: string): string[] {
  const prefixes = path.endsWith(')') ? [path] : []
  for (let at = 1; at < path.length; at++) if (path[at] === '.' || path[at] === '(') prefixes.push(path.slice(0, at))
  return prefixes
}

/** Of a call on what another call gives: `express()` and `listen` of `express().listen`. */
export function splitCall(path: string): readonly [string, string] | undefined {
  const at = path.indexOf('().')
  return at === -1 ? undefined : [path.slice(0, at + 2), path.slice(at + 3)]
}

/** `.addHook("onClose")` and `addHook()` are both `addHook`. */
export function methodName(text: string): string {
  return text.replace(/^\./, '').replace(/\(.*$/, '')
}

/** The literal that decides: `onClose` of `.addHook("onClose")`. */
export function literalIn(text: string): string | undefined {
  return readWritten(text).literal
}

/** Whether a statement that is sent is the one that is written: `BEGIN ISOLATION LEVEL SERIALIZABLE;` is a `BEGIN`. */
export function sayingOf(literal: string): (given: unknown) => boolean {
  if (!/^[A-Z][A-Z ]+$/.test(literal)) return (given) => given === literal
  const words = new RegExp(`^\\s*${literal.replaceAll(' ', '\\s+')}\\b`, 'i')
  // ROLLBACK TO SAVEPOINT goes on.
  return (given) => typeof given === 'string' && words.test(given) && !/^\s*rollback\b.*\bto\b/i.test(given)
}
