import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import { SIGNALS, type Inquiry, type Signal } from '../inquiry.ts'
import type { Program } from '../queries/programs.ts'
import { reachFrom } from '../queries/reach.ts'
import type { Registration } from '../queries/registrations.ts'
import { spotOfCall } from '../syntax.ts'
import { isFunction } from './body-of.ts'
import { lineIndentAt, semicolonIn } from './layout.ts'
import { listsWith } from './lists-with.ts'
import { saySignal } from './say-signal.ts'

type Edits = Suggestion['edits']
type Call = Extract<Node, { type: 'CallExpression' }>

const NAMES = ['shutdown', 'stop', 'shutDown', 'onSignal', 'onShutdownSignal']

/** Hears the other signal where one is heard, and runs the same on it. */
export function handleToo(
  inquiry: Inquiry,
  program: Program,
  only: Signal,
  releases: readonly number[],
  place: { readonly file: string },
): Suggestion[] {
  const [other = only] = SIGNALS.filter((each) => each !== only)
  const registration = registrationFor(inquiry, program, only, releases)
  if (!registration || hearsOtherwise(inquiry, program, only, other)) return []
  const fileOf = ({ call }: Registration): string => inquiry.world.code.fileOfCall(call).file
  const file = fileOf(registration)
  const names = NAMES.filter((each) => !new RegExp(`\\b${each}\\b`).test(inquiry.textOf(file)))
  const own = editsFor(inquiry, registration, only, other, names)
  // What else runs on the one signal, and is written in the same file, belongs to it.
  const others = inquiry
    .registrationsOf(program, only)
    .filter((each) => each.call !== registration.call && !each.signals.includes(other) && fileOf(each) === file)
    .flatMap((each) => editsFor(inquiry, each, only, other, names))
  const elsewhere = file === place.file ? {} : { file }
  return own.length > 0 ? [{ id: 'handleToo', data: { signal: other }, edits: [...own, ...others], ...elsewhere }] : []
}

/** The one that lets go of it; else the first. */
function registrationFor(
  { world, index, registrationsOf }: Inquiry,
  program: Program,
  only: Signal,
  releases: readonly number[],
): Registration | undefined {
  const all = registrationsOf(program, only)
  const callers = releases.map((call) => world.code.callerOf(call))
  const releasing = all.find((registration) => {
    const { functions } = reachFrom(world, index, [registration], { inProgram: (file) => program.files.has(file) })
    return callers.some((fn) => functions.has(fn))
  })
  return releasing ?? all[0]
}

/** What stops in another way on the other signal was written so on purpose, or is to be thought about. */
function hearsOtherwise({ registrationsOf }: Inquiry, program: Program, only: Signal, other: Signal): boolean {
  const known = new Set(registrationsOf(program, only).flatMap(({ functions }) => functions))
  return registrationsOf(program, other).some(({ functions }) => !functions.some((fn) => known.has(fn)))
}

function editsFor(inquiry: Inquiry, { call, by }: Registration, only: Signal, other: Signal, names: string[]): Edits {
  const spot = spotOfCall(inquiry, call)
  if (spot?.node.type !== 'CallExpression') return []
  const { node, around } = spot
  const [name, handler] = node.arguments
  const [statement, block] = around
  const { file } = inquiry.world.code.fileOfCall(call)
  const text = inquiry.textOf(file)
  if (by === 'process' && handler && name?.type === 'Literal' && name.value === only) {
    const isAlone =
      statement?.type === 'ExpressionStatement' && (block?.type === 'Program' || block?.type === 'BlockStatement')
    if (!isFunction(handler)) {
      if (isAlone)
        return [after(statement, `\n${lineIndentAt(text, statement.start)}${again(text, statement, only, other)}`)]
      return node.callee.type === 'MemberExpression' ? [chained(text, node, only, other)] : []
    }
    const isNamed = /^(async\s+)?function\s*[\w$*]/.test(text.slice(handler.start, handler.end))
    const shared = isAlone && !isNamed ? names.shift() : undefined
    if (!isAlone || shared === undefined) return []
    return share(text, { node, handler, statement, name }, { file, shared, only, other })
  }
  const [list, ...more] = listsWith(around.at(-1) ?? node, only)
  const element = list?.elements.find((each) => each?.type === 'Literal' && each.value === only)
  if (!element || more.length > 0) return []
  return [after(element, `, ${text.slice(element.start, element.end).replace(only, other)}`)]
}

/** Gives the function a name, and registers that for both. */
function share(
  text: string,
  { node, handler, statement, name }: { node: Call; handler: Node; statement: Node; name: Node },
  { file, shared, only, other }: { file: string; shared: string; only: Signal; other: Signal },
): Edits {
  const said = saySignal(text, file, handler, only)
  if (!said) return []
  const head = text.slice(node.start, name.start)
  const [signal, rest] = [text.slice(name.start, name.end), text.slice(name.end, handler.start)]
  const registering = (each: string): string => `${head}${each}${rest.trimEnd().replace(/\s+/g, ' ')} ${shared})`
  const indent = lineIndentAt(text, statement.start)
  const semicolon = semicolonIn(text)
  const lines = ['', registering(signal), registering(signal.replace(only, other))].map((line) => line + semicolon)
  const trailing = text.slice(handler.end, node.end)
  if (/[^\s,)]/.test(trailing)) return []
  return [
    { start: node.start, end: handler.start, text: `const ${shared} = ` },
    ...said,
    { start: handler.end, end: statement.end, text: lines.join(`\n${indent}`) },
  ]
}

function again(text: string, { start, end }: Node, only: Signal, other: Signal): string {
  return text.slice(start, end).replace(only, other)
}

// process.on('SIGTERM', stop).on('uncaughtException', fail)
function chained(text: string, { callee, end }: Call, only: Signal, other: Signal): Edits[number] {
  const from = callee.type === 'MemberExpression' ? callee.object.end : callee.end
  return { start: end, end, text: text.slice(from, end).replace(only, other) }
}

function after({ end }: { readonly end: number }, text: string): Edits[number] {
  return { start: end, end, text }
}
