import type { Fate, HeldResource, ProgramStory } from '../../../analysis/index.ts'

/** What becomes of a resource on each signal. */
function fatesOf({ stops }: ProgramStory, index: number): Fate[] {
  return stops.flatMap(({ fates }) => fates[index] ?? [])
}

export function isLetGo(fates: readonly Fate[]): boolean {
  return fates.length > 0 && fates.every(({ state }) => state === 'released')
}

export function isLeft(fates: readonly Fate[]): boolean {
  return fates.some(({ state }) => state === 'left-open' || state === 'cut-off')
}

/** The resources of a program of which it holds. */
export function resourcesThat(
  program: ProgramStory,
  holds: (fates: readonly Fate[]) => boolean,
): readonly HeldResource[] {
  return program.resources.filter((_, index) => holds(fatesOf(program, index)))
}

/** What all services hold, what of it each of them lets go of, and what stays open in one of them; what they share counts once. */
export function totalsOf(programs: readonly ProgramStory[]): Totals {
  const services = programs.filter(({ kind }) => kind === 'service')
  const held = keysOf(services, () => true)
  const left = keysOf(services, isLeft)
  const released = [...keysOf(services, isLetGo)].filter((key) => !left.has(key))
  return { services: services.length, held: held.size, left: left.size, released: released.length }
}

interface Totals {
  readonly services: number
  readonly held: number
  readonly left: number
  readonly released: number
}

function keysOf(programs: readonly ProgramStory[], holds: (fates: readonly Fate[]) => boolean): ReadonlySet<string> {
  const all = programs.flatMap((each) => resourcesThat(each, holds))
  return new Set(all.map(({ place }) => `${place.start} ${place.file}`))
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
