import type { Inquiry, Signal } from '../inquiry.ts'
import { placeOfCall } from '../place.ts'
import { isForcing, isForcingAfter, isTimer } from '../queries/bounding.ts'
import { deadlineOption } from '../queries/deadline-option.ts'
import type { Program } from '../queries/programs.ts'
import type { Registration } from '../queries/registrations.ts'
import { spotOfCall } from '../syntax.ts'
import { endlessWaitsOf } from '../verdicts/no-deadline.ts'
import type { Deadline } from './story.ts'

/** What bounds the time that a program takes to stop. */
export function tellDeadline(inquiry: Inquiry, program: Program, signal: Signal): Deadline {
  if (!inquiry.isHandled(program, signal)) return { kind: 'unheard' }
  const registrations = inquiry.registrationsOf(program, signal)
  if (registrations.some((each) => endlessWaitsOf(inquiry, { registration: each, program, signal }).length > 0))
    return { kind: 'endless' }
  return byTimer(inquiry, program, signal) ?? byLibrary(inquiry, registrations) ?? { kind: 'quick' }
}

/** A timer on the way that ends the process, or cuts off what is waited for. */
function byTimer(inquiry: Inquiry, program: Program, signal: Signal): Deadline | undefined {
  const { world, index } = inquiry
  for (const fn of inquiry.reachOf(program, signal).functions.keys())
    for (const call of index.callsIn[fn] ?? []) {
      const isOwn = isTimer(inquiry, call)
        ? isForcing(inquiry, call, isExecutor(inquiry, fn))
        : isForcingAfter(inquiry, call)
      if (!isOwn) continue
      const [, literal] = world.code.callAt(call).literals
      const written = argumentOf(inquiry, call, 1) ?? world.code.callAt(call).text
      const ms = isTimer(inquiry, call) && typeof literal === 'number' ? { ms: literal } : {}
      return { kind: 'bounded', ...ms, written, place: placeOfCall(world, call) }
    }
  return undefined
}

/** Whether a function is what `new Promise()` is given. */
function isExecutor({ world }: Inquiry, fn: number): boolean {
  for (const [call, targets] of world.targets) {
    const { kind, name } = world.code.callAt(call)
    if (kind === 'new' && name === 'Promise' && targets.has(fn)) return true
  }
  return false
}

function byLibrary(inquiry: Inquiry, registrations: readonly Registration[]): Deadline | undefined {
  const { world } = inquiry
  for (const { call, library } of registrations) {
    if (!library) continue
    const value = library.deadlineOption && deadlineOption(inquiry, call, library.deadlineOption).value
    const place = placeOfCall(world, call)
    if (value) {
      const ms = value.type === 'Literal' && typeof value.value === 'number' ? { ms: value.value } : {}
      const written = textOf(inquiry, place.file, value)
      return { kind: 'bounded', ...ms, written, place }
    }
    if (library.deadlineMs !== false)
      return { kind: 'bounded', ms: library.deadlineMs, written: library.shutdown, place }
  }
  return undefined
}

function argumentOf(inquiry: Inquiry, call: number, index: number): string | undefined {
  const node = spotOfCall(inquiry, call)?.node
  const argument = node?.type === 'CallExpression' || node?.type === 'NewExpression' ? node.arguments[index] : undefined
  return argument && textOf(inquiry, inquiry.world.code.fileOfCall(call).file, argument)
}

function textOf(inquiry: Inquiry, file: string, { start, end }: { start: number; end: number }): string {
  return inquiry.textOf(file).slice(start, end).replaceAll(/\s+/g, ' ')
}
