import type { Held, LettingGo } from '../../analysis/index.ts'

/** How code lets go of something. */
export interface ReleaseText {
  /** By what the thing is called there. */
  readonly write: (it: string) => string
  /** Whether the name matters: `mongoose.disconnect()` ends what the module has opened. */
  readonly usesIt: boolean
  /** Of what `write` gives: by a promise, or by returning. */
  readonly settles: 'promise' | 'sync'
  /** The function of the module that the file has to import for it, by that name. */
  readonly imports?: string
  /** What the module is called in the file, where the call says so: `mongoose`. */
  readonly namespace?: string
}

/** The gentlest release that can be written at the acquisition, as a promise where it settles by a callback. */
export function releaseTextOf(held: Held, callee: string, isTyped: boolean): ReleaseText | undefined {
  for (const each of held.releases) {
    const text = written(each, held.acquire, callee)
    const settles = each.settles === 'sync' ? 'sync' : 'promise'
    if (text) return { ...text, settles, write: (it) => settled(text.write(it), each, isTyped, farewell(held, it)) }
  }
  return undefined
}

function written({ release }: LettingGo, acquire: string, callee: string): Omit<ReleaseText, 'settles'> | undefined {
  if (release === 'it()') return { write: (it) => `${it}()`, usesIt: true }
  // .end(): a method of the thing
  if (release.startsWith('.')) return { write: (it) => it + release, usesIt: true }
  if (release.includes('#')) return undefined
  const [, path = '', argument = ''] = /^(.*)\((it)?\)$/.exec(release) ?? []
  const usesIt = argument === 'it'
  const namespace = namespaceOf(acquire, callee)
  const name = namespace === undefined ? path : `${namespace}.${path}`
  // clearInterval(it)
  const isGlobal = path.startsWith('clear')
  const own = namespace === undefined && !isGlobal ? { imports: path.split('.')[0] ?? path } : {}
  const space = namespace === undefined ? {} : { namespace }
  return { write: (it) => `${name}(${usesIt ? it : ''})`, usesIt, ...own, ...space }
}

// mongoose.connect(): what `connect()` is a function of
function namespaceOf(acquire: string, callee: string): string | undefined {
  const path = acquire.replace(/^new /, '').replace(/\(\)$/, '')
  if (!callee.endsWith(`.${path}`)) return undefined
  return callee.slice(0, -path.length - 1)
}

/** A WebSocket server that closes waits for its clients, and tells them nothing. */
function farewell({ clients }: Held, it: string): string {
  return clients === undefined ? '' : `for (const client of ${it}${clients}) client.close(1001)`
}

function settled(call: string, { settles }: LettingGo, isTyped: boolean, before: string): string {
  if (settles !== 'callback') return call
  const callback = isTyped ? '() => resolve()' : 'resolve'
  const withCallback = call.replace(/\)$/, call.endsWith('()') ? `${callback})` : `, ${callback})`)
  const body = before === '' ? withCallback : `{ ${before}; ${withCallback} }`
  return `new Promise${isTyped ? '<void>' : ''}((resolve) => ${body})`
}
