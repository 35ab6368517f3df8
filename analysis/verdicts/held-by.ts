import type { Release } from '../../catalogue/index.ts'
import type { Place } from '../finding.ts'
import type { Hearing, Held, HoldingProgram, HoldingServer, LettingGo } from '../held.ts'
import { callOf, listOf } from '../graph/lines.ts'
import { canonical } from '../graph/names.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { SIGNALS, type Inquiry } from '../inquiry.ts'
import { placeOf, placeOfCall } from '../place.ts'
import { openingsOf } from '../queries/opening.ts'
import type { Program } from '../queries/programs.ts'
import { timelinesOf, type Timeline } from '../queries/timeline.ts'

/** What is to be let go of, in the program in which nobody does. */
export function heldBy(inquiry: Inquiry, program: Program, acquisition: Acquisition): Held {
  const { world } = inquiry
  const taker = inquiry.takerOf(acquisition)
  // Of what a logger writes to, the logger lets go.
  const owner = taker && listOf(taker.line.release).length > 0 ? taker : acquisition
  const [opening = owner.call] = openingsOf(inquiry, owner)
  const { line, type, call } = owner
  const module = moduleOf(inquiry, owner)
  return {
    acquired: placeOfCall(world, call),
    ...(opening === call ? {} : { opened: placeOfCall(world, opening) }),
    acquire: callOf(line),
    module,
    from: importedAs(world, call, module),
    type,
    kind: line.kind,
    releases: lettingGo(owner),
    ...(line.clients === undefined ? {} : { clients: line.clients }),
    written: inquiry.releasesOf(acquisition).map((each) => placeOfCall(world, each.call)),
    ...(line.owner === undefined ? {} : { owner: world.described.typeNamed(line, line.owner) }),
    isAtStart: program.begun.has(call),
    program: holdingProgram(inquiry, program),
    heardElsewhere: heardElsewhere(inquiry, program, acquisition),
  }
}

function heardElsewhere(inquiry: Inquiry, program: Program, { call }: Acquisition): Place[] {
  const { world } = inquiry
  const { file } = world.code.fileOfCall(call)
  const others = inquiry.programsWith(file).filter((other) => other.isService && other !== program)
  const calls = others.flatMap((other) =>
    SIGNALS.flatMap((signal) => inquiry.registrationsOf(other, signal)).filter(({ by }) => by !== 'framework'),
  )
  return [...new Set(calls.map((each) => each.call))].map((each) => placeOfCall(world, each))
}

function moduleOf({ world }: Inquiry, { line, type }: Acquisition): string {
  const [release] = listOf(line.release)
  const { of } = release === undefined ? { of: type } : world.described.useOf(line, release)
  return of.split('#')[0] ?? of
}

function lettingGo({ line }: Acquisition): LettingGo[] {
  const { settles } = line
  const settlesBy = (release: Release): LettingGo['settles'] =>
    typeof settles === 'string' ? settles : (settles?.[release] ?? 'promise')
  return listOf(line.release).map((release) => ({ release, settles: settlesBy(release) }))
}

const known = new WeakMap<Program, HoldingProgram>()

function holdingProgram(inquiry: Inquiry, program: Program): HoldingProgram {
  const before = known.get(program)
  if (before) return before
  const { world } = inquiry
  const { code } = world
  const registrations = new Set(SIGNALS.flatMap((signal) => inquiry.registrationsOf(program, signal)))
  const timelines = new Map(timelinesOf(inquiry).map((each) => [each.registration.call, each]))
  const heard = [...registrations].map(({ by, signals, call, functions }) => ({
    ...courseOf(inquiry, timelines.get(call)),
    by,
    signals,
    registered: placeOfCall(world, call),
    functions: functions.map((fn) => {
      const { file, facts } = code.fileOfFunction(fn)
      const { start, end } = code.functionAt(fn)
      return placeOf(file, facts.lines, start, end)
    }),
  }))
  const servers = world.acquisitions
    .filter(({ line, call }) => line.kind === 'server' && program.files.has(code.fileOfCall(call).file))
    .map(({ type, call }) => ({ type, acquired: placeOfCall(world, call), ...rootOf(world, call) }))
  const { entry, command } = program
  const found = { entry, heard, servers, ...(command ? { command: command.of } : {}) }
  known.set(program, found)
  return found
}

// NestFactory.create(AppModule)
function rootOf({ code, solver, tokenOf }: World, call: number): Pick<HoldingServer, 'root'> {
  const home = code.fileOfCall(call)
  const slot = code.callAt(call).args[0] ?? 0
  const [token, ...others] = solver.at(code.slotIn(home, slot)).map(tokenOf)
  if (others.length > 0) return {}
  if (token?.kind === 'class')
    return { root: { file: code.fileOfClass(token.cls).file, name: code.classAt(token.cls).name } }
  // A file in which nothing is opened was not read.
  const { imports, copies } = home.facts
  const sources = copies.filter((_, at) => at % 2 === 0 && copies[at + 1] === slot)
  const imported = imports.find((each) => each.slot === slot || sources.includes(each.slot))
  return token?.kind === 'unread' && imported ? { root: { file: token.file, name: imported.name } } : {}
}

/** What the file imports a module as. */
function importedAs({ code, described }: World, call: number, module: string): string {
  const { facts } = code.fileOfCall(call)
  const isIt = (from: string): boolean => described.modules.get(canonical(from))?.name === module
  return facts.imports.find(({ from }) => isIt(from))?.from ?? module
}

/** process.exit(1): where another exit says that all went well, this one is for what did not. */
function saysFailure(code: unknown): boolean {
  return typeof code === 'number' && code !== 0
}

function courseOf({ world }: Inquiry, timeline: Timeline | undefined): Pick<Hearing, 'course'> {
  if (!timeline) return {}
  const usual = timeline.exits.filter(({ isFailure, isTimed, isGiven }) => !isFailure && !isTimed && !isGiven)
  const well = usual.filter(({ call }) => !saysFailure(world.code.callAt(call).literals[0]))
  const exits = well.length > 0 ? well : usual
  const closes = timeline.releases.filter(
    ({ isFailure, acquisition }) => !isFailure && acquisition.line.kind === 'server',
  )
  const places = (calls: readonly { readonly call: number }[]): Place[] =>
    [...new Set(calls.map(({ call }) => call))].map((call) => placeOfCall(world, call))
  return { course: { exits: places(exits), closes: places(closes) } }
}
