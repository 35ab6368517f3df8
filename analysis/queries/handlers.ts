import { SIGNALS, type Inquiry, type Signal } from '../inquiry.ts'
import type { Program } from './programs.ts'
import type { Registration } from './registrations.ts'

/** What a program does on a signal, as one registration says it. */
export interface Handler {
  readonly registration: Registration
  readonly program: Program
  /** The one that its sentences name: of several the one that orchestrators send. */
  readonly signal: Signal
}

/** The handlers of all services, in the order of the code, each in the first that loads it. */
export function findHandlers(inquiry: Inquiry): Handler[] {
  return findShared(inquiry).flatMap(([first]) => first ?? [])
}

/** What is at fault in each handler: in the first of the services that load it in which anything is. */
export function faultsOfHandlers<T>(inquiry: Inquiry, judge: (handler: Handler) => T[]): T[] {
  return findShared(inquiry).flatMap((same) => {
    for (const handler of same) {
      const faults = judge(handler)
      if (faults.length > 0) return faults
    }
    return []
  })
}

/** Each registration as a handler of every service that loads it. Scripts that end by themselves owe nothing. */
function findShared({ world, registrations, programsWith, isJudged }: Inquiry): Handler[][] {
  return [...new Map(registrations.map((each) => [each.call, each])).values()]
    .sort((a, b) => a.call - b.call)
    .map((registration) => {
      const { file } = world.code.fileOfCall(registration.call)
      const signal = SIGNALS.find((each) => registration.signals.includes(each))
      if (signal === undefined || !isJudged(file)) return []
      const loading = programsWith(file)
      const programs = loading.length === 0 ? [anyProgram(world, file)] : loading.filter(({ isService }) => isService)
      return programs.map((program) => ({ registration, program, signal }))
    })
}

/** Of a library's file nobody knows which program will load it. */
function anyProgram({ code }: Inquiry['world'], entry: string): Program {
  return {
    entry,
    files: new Set(code.files.map(({ file }) => file)),
    isService: true,
    isThread: false,
    loaded: new Set(),
    begun: new Set(),
  }
}
