import type { Inquiry } from '../inquiry.ts'
import { spotOfCall } from '../syntax.ts'
import { isTimer } from './bounding.ts'
import { deadlineOption } from './deadline-option.ts'
import { endsProcess, isExit } from './exits.ts'
import type { Program } from './programs.ts'
import type { Registration } from './registrations.ts'
import { numberWritten } from './number-written.ts'

/** How a program takes its stop, for whoever sends the signal and then waits. */
export interface Stop {
  /** The file that is started. */
  readonly entry: string
  readonly files: ReadonlySet<string>
  /** The signals that something hears. */
  readonly signals: ReadonlySet<string>
  /** How long its stop may take by its own account, in ms; undefined where no number says so. */
  readonly deadlineMs: number | undefined
}

/** The stops of all programs that go on until they are told to end. */
export function findStops(inquiry: Inquiry): Stop[] {
  return inquiry.programs
    .filter(({ isService, isThread }) => isService && !isThread)
    .map((program) => {
      const { entry, files, command } = program
      const own = inquiry.registrationsIn(program)
      const signals = new Set([...own.flatMap((each) => each.signals), ...(command?.signals ?? [])])
      const limits = [
        ...own.flatMap((each) => limitOfLibrary(inquiry, each)),
        ...limitsOfTimers(inquiry, program),
        ...(typeof command?.deadlineMs === 'number' ? [command.deadlineMs] : []),
      ]
      return { entry, files, signals, deadlineMs: limits.length > 0 ? Math.max(...limits) : undefined }
    })
}

function limitOfLibrary(inquiry: Inquiry, { call, library }: Registration): number[] {
  if (!library) return []
  const { deadlineOption: name, deadlineMs } = library
  const option = name === undefined ? undefined : deadlineOption(inquiry, call, name)
  if (option?.value === undefined) {
    // What stands somewhere else may set it all the same.
    const isSet = name !== undefined && inquiry.world.code.callAt(call).keys.includes(name)
    return isSet || option?.isText || deadlineMs === false || deadlineMs === 0 ? [] : [deadlineMs]
  }
  const written = numberWritten(option.value, spotOfCall(inquiry, call)?.around ?? [])
  return written === undefined ? [] : [written]
}

/** Timers that are set on a signal, and end the process or its connections. */
function limitsOfTimers(inquiry: Inquiry, program: Program): number[] {
  const reached = new Set(
    (['SIGTERM', 'SIGINT'] as const).flatMap((signal) => [...inquiry.reachOf(program, signal).functions.keys()]),
  )
  return [...reached].flatMap((fn) =>
    (inquiry.index.callsIn[fn] ?? []).flatMap((call) => {
      if (!isTimer(inquiry, call) || !isLast(inquiry, call)) return []
      const spot = spotOfCall(inquiry, call)
      const delay = spot?.node.type === 'CallExpression' ? spot.node.arguments[1] : undefined
      return delay ? (numberWritten(delay, spot?.around ?? []) ?? []) : []
    }),
  )
}

/** What is only given up, and not waited for any longer, says nothing about the whole. */
function isLast({ world, index }: Inquiry, timer: number): boolean {
  const { solver, code } = world
  const [first = 0] = code.callAt(timer).args
  // setTimeout(process.exit, 5000, 1)
  if (solver.at(code.slotIn(code.fileOfCall(timer), first)).some((id) => isExit(world, id))) return true
  const functions = [...(world.callbacks.get(timer) ?? [])]
  return functions.some((fn) =>
    index.callsIn[fn]?.some((call) => {
      return endsProcess(world, index, call) || code.callAt(call).name === 'closeAllConnections'
    }),
  )
}
