import { posix } from 'node:path'
import type { Held, Hearing, Place } from '../../analysis/index.ts'
import { adoptAcquisition, moduleVariableOf, onTheWayOut, type ImportToAdd, type WayOut } from '../edits/index.ts'
import { adoptionOf, calleeOf } from './adoption.ts'
import { isRefusal, type FileChange, type Recipe, type Refusal, type Repair } from './recipe.ts'
import { releaseTextOf, type ReleaseText } from './release-text.ts'
import type { Workshop } from './workshop.ts'

/** A place on the way out, and the file in which it is. */
interface Exit extends WayOut {
  readonly file: string
}

/** In a program with a shutdown path of its own: the release is added to that, after the server has closed, before the exit. */
export const lead: Recipe = ({ held, data }, workshop) => {
  const heard = held?.program.heard.filter(({ by }) => by !== 'framework') ?? []
  // A lifecycle that came along before leads.
  if (!held || heard.length === 0 || held.program.heard.some(({ registered }) => workshop.isLifecycle(registered.file)))
    return undefined
  if (heard.some(({ by, course }) => by === 'process' && !course))
    return { why: 'What its handlers do is more than can be followed.' }
  const exits = exitsOf(heard)
  const [first] = exits
  if (!first) return { why: 'The handler has no place that comes after all else and before the end.' }
  const release = releaseTextOf(held, calleeOf(held, workshop), isTyped(held.acquired.file))
  if (!release) return { why: 'Nothing that could be called there lets go of it.' }
  const what = `\`${data.call ?? held.acquire}\` is released by the program's own handler.`
  const changes = directly(held, release, exits, workshop) ?? byLifecycle(held, exits, workshop)
  return 'why' in changes ? changes : { what, ...changes }
}

/** Where each handler ends: its exits, or else where its server closes, or else its functions. */
function exitsOf(heard: readonly Hearing[]): Exit[] {
  const found = new Map<string, Exit>()
  for (const hearing of heard) for (const exit of exitsOfOne(hearing)) found.set(`${exit.file} ${exit.start}`, exit)
  return [...found.values()]
}

function exitsOfOne({ by, course, functions }: Hearing): Exit[] {
  const at = (kind: WayOut['at'], places: readonly Place[]): Exit[] =>
    places.map(({ file, start, end }) => ({ at: kind, file, start, end }))
  // A library closes the server, runs what it was given, and exits by itself.
  if (by === 'library') return at('function', functions.slice(0, 1))
  const { exits = [], closes = [] } = course ?? {}
  if (exits.length > 0) return at('exit', exits)
  return closes.length > 0 ? at('close', closes.slice(-1)) : at('function', functions.slice(0, 1))
}

/** By a call of the release itself, where the thing is in reach of all handlers. */
function directly(
  held: Held,
  release: ReleaseText,
  exits: readonly Exit[],
  workshop: Workshop,
): Omit<Repair, 'what'> | undefined {
  const { file } = held.acquired
  const variable = release.usesIt ? moduleVariableOf(workshop.textOf(file), held.acquired) : undefined
  if (release.usesIt && !variable) return undefined
  const changes: FileChange[] = []
  for (const exit of exits) {
    const imports: ImportToAdd[] = []
    if (exit.file !== file) {
      if (variable?.isExported !== true || !workshop.isSamePackage(exit.file, file)) return undefined
      imports.push({ from: workshop.specifier(exit.file, file), names: [variable.name] })
    }
    if (release.imports !== undefined) imports.push({ from: held.from, names: [release.imports] })
    const it = variable?.name ?? ''
    const written = release.write(it)
    // A variable that is set later may not be set yet.
    const expression = variable?.isConstant === false ? written.replace(`${it}.`, `${it}?.`) : written
    const edits = onTheWayOut(workshop.textOf(exit.file), exit, { expression, isAwaited: release.settles !== 'sync' })
    if (!edits) return undefined
    changes.push({ file: exit.file, edits, imports })
  }
  return { changes, files: new Map() }
}

/** By the lifecycle, whose `releaseAll()` the handlers wait for. */
function byLifecycle(held: Held, exits: readonly Exit[], workshop: Workshop): Omit<Repair, 'what'> | Refusal {
  const adoption = adoptionOf(held, workshop)
  if (isRefusal(adoption)) return adoption
  const { file } = held.acquired
  const strange = exits.find((exit) => !workshop.isSamePackage(exit.file, file))
  if (strange)
    return {
      why: `Its handler stands in another package, in ${posix.basename(strange.file)}, and can not load what is opened here.`,
    }
  const lifecycle = workshop.lifecycle(held.program, file, 'owned')
  if (isRefusal(lifecycle)) return lifecycle
  const edits = adoptAcquisition(workshop.textOf(file), adoption)
  if (!edits) return { why: 'The place is not one that an edit would leave readable.' }
  const names = [adoption.adopter]
  const changes: FileChange[] = [{ file, edits, imports: [{ from: lifecycle.from, names }, ...adoption.imports] }]
  for (const exit of exits) {
    if (isTyped(exit.file) !== isTyped(file))
      return { why: 'The handler and this file are not in the same language, and can not share a lifecycle.' }
    const text = workshop.textOf(exit.file)
    if (/\breleaseAll\(\)/.test(text)) continue
    const there = workshop.lifecycle(held.program, exit.file, 'owned')
    if (isRefusal(there)) return there
    const act = onTheWayOut(text, exit, { expression: 'releaseAll()', isAwaited: true })
    if (!act) return { why: `The handler in ${posix.basename(exit.file)} has no place for it.` }
    changes.push({ file: exit.file, edits: act, imports: [{ from: there.from, names: ['releaseAll'] }] })
  }
  return { changes, files: lifecycle.files }
}

function isTyped(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file)
}
