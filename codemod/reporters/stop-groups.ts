import type { ProgramStory, StopStory } from '../../analysis/index.ts'

/** Signals on which the same happens, with what that is. */
export interface StopGroup {
  readonly signals: readonly string[]
  readonly stop: StopStory
}

export function stopGroups({ stops }: ProgramStory): StopGroup[] {
  const same = Map.groupBy(stops, ({ fates, steps, heard }) => JSON.stringify([fates, steps, heard.length === 0]))
  return [...same.values()].flatMap((all) =>
    all.slice(0, 1).map((stop) => ({ signals: all.map(({ signal }) => signal), stop })),
  )
}
