import type { Entry, Line, Resource, Settles } from '../../catalogue/index.ts'
import { addImport, type Draft } from './draft.ts'
import { list, readType, readWritten, type Written } from './grammar.ts'
import { findSource } from './types.ts'

/** Where something is opened, for the test to find. */
export const MARK = ' // ✗'

interface Holding {
  readonly name: string
  readonly release: string | undefined
  readonly mark?: string
  readonly isOpened?: boolean
  /** In a function, and not as long as the process. */
  readonly isScoped: boolean
}

/** Opens what the line is about, in a variable of that name, and lets it go where it should be. */
export function hold(draft: Draft, entry: Entry, line: Resource, holding: Holding): void {
  const { name, release, mark = '', isOpened = true, isScoped } = holding
  const made = `const ${name} = ${toCall(draft, entry, line.acquire, list(line.when)[0])}${mark}`
  const [opening] = isOpened ? list(line.opens) : []
  const opened = opening === undefined ? [] : [`${toUse(draft, entry, opening, name)}${mark}`]
  const letGo =
    release === undefined ? undefined : settled(toUse(draft, entry, release, name), settlesOf(line, release))
  if (isScoped || draft.frames.length) {
    draft.frames.push({ opens: [made], then: opened, release: letGo })
    return
  }
  draft.top.push(made, ...opened)
  if (letGo !== undefined) draft.releases.push(letGo)
}

/** A call as the catalogue writes it, with an option where one decides. */
export function toCall(draft: Draft, entry: Entry, call: string, option?: string): string {
  const written = readOf(call)
  const given = option === undefined ? written.argument : `{ ${option}: true }`
  if (written.isNew) {
    importRoot(draft, entry, written)
    return `new ${written.callee.includes('(') ? `(${written.callee})` : written.callee}(${given})`
  }
  return `await ${toCallee(draft, entry, written)}(${given})`
}

/** What is done with `it`: a release, or a use that opens it or uses it up. */
export function toUse(draft: Draft, entry: Entry, use: string, it: string): string {
  if (use === 'it()') return `${it}()`
  if (use === 'for(it)') return `for await (const each of ${it}) console.log(each)`
  const written = readOf(use)
  const { callee, isMethod, argument } = written
  if (isMethod && argument === 'it') return `process.stdin${callee}(${it})`
  if (isMethod) return `${it}${callee}(${/\.(on|once|addListener)$/.test(callee) ? `${argument}, () => {}` : argument})`
  const [all, method] = callee.split('.*.')
  if (method !== undefined) {
    importRoot(draft, entry, written)
    return `Object.values(${all ?? ''}).forEach((each) => each.${method}())`
  }
  return `${toCallee(draft, entry, written)}(${argument === 'it' ? it : argument})`
}

/** A variable that holds something of this type, let go when the program stops. */
export function toReceiver(draft: Draft, entry: Entry, name: string): string {
  const variable = `the${readType(name).type.replaceAll(/\W/g, '')}`
  if (draft.receivers.has(variable)) return variable
  const source = findSource(name, entry)
  if (source && 'is' in source.line) return toReceiver(draft, source.entry, source.line.is)
  draft.receivers.set(variable, variable)
  if (source) provide(draft, source.entry, source.line, variable)
  // express()
  else if (name.endsWith('()')) draft.top.push(`const ${variable} = ${toCall(draft, entry, name)}`)
  else declareOf(draft, entry, name, variable)
  return variable
}

function provide(draft: Draft, entry: Entry, line: Line, name: string): void {
  if ('wraps' in line) draft.top.push(`const ${name} = ${toCall(draft, entry, line.wraps)}`)
  if (!('acquire' in line)) return
  hold(draft, entry, line, { name, release: list(line.release)[0], isScoped: line.kind === 'lease' })
}

/** A type that no call gives, as one that a framework injects. */
function declareOf(draft: Draft, entry: Entry, type: string, name: string): void {
  addImport(draft, entry.modules[0] ?? '', type)
  draft.top.push(`declare const ${name}: ${type}`)
}

function toCallee(draft: Draft, entry: Entry, written: Written): string {
  const { module, type, callee } = written
  if (type !== undefined)
    return `${toReceiver(draft, entry, module === undefined ? type : `${module}#${type}`)}.${callee}`
  importRoot(draft, entry, written)
  return callee
}

function importRoot(
  draft: Draft,
  { modules: [own = ''], default: byDefault, globals = [] }: Entry,
  written: Written,
): void {
  const { root, module } = written
  if (module === undefined && globals.includes(root)) return
  addImport(draft, module ?? own, module === undefined && root === byDefault ? `=${root}` : root)
}

function readOf(text: string): Written {
  const written = readWritten(text)
  if (!written) throw new Error(`Not of the catalogue's grammar: ${text}`)
  return written
}

function settlesOf({ settles = 'promise' }: Resource, release: string): Settles {
  return typeof settles === 'string' ? settles : (new Map(Object.entries(settles)).get(release) ?? 'promise')
}

export function settled(call: string, settles: Settles): string {
  if (settles === 'sync') return call
  if (settles === 'promise') return `await ${call}`
  return `await new Promise((resolve) => ${call.slice(0, -1)}${call.endsWith('()') ? '' : ', '}resolve))`
}
