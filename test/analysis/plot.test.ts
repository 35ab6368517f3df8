import { expect, test } from 'vitest'
import type { Inquiry } from '../../analysis/inquiry.ts'
import type { Exit } from '../../analysis/queries/happening.ts'
import { createMoments, type Moments } from '../../analysis/queries/moments.ts'
import { afterAll, createPlot } from '../../analysis/queries/plot.ts'

const HAPPENINGS = 1000

test('a stop in which much happens stays cheap to ask: what came before is summed up once', () => {
  const plain = createMoments()
  let edges = 0
  const moments: Moments = {
    ...plain,
    later(...earlier) {
      edges += earlier.length
      return plain.later(...earlier)
    },
  }
  const plot = { ...createPlot({} as Inquiry), moments }
  const signal = moments.later()
  const ends = Array.from({ length: HAPPENINGS }, (_, call) => {
    plot.happenings.push(exitAt(call, moments.later(signal)))
    plot.held.push(moments.later(signal))
    return afterAll(plot, signal)
  })
  expect(edges).toBeLessThan(10 * HAPPENINGS)
  for (const { start } of plot.happenings) expect(moments.isBefore(start, ends.at(-1) ?? -1)).toBe(true)
  for (const kept of plot.held) expect(moments.isBefore(kept, ends.at(-1) ?? -1)).toBe(true)
})

function exitAt(call: number, start: number): Exit {
  const always = { branches: [], isFailure: false, isTimed: false, isGuessed: false }
  return { kind: 'exit', call, start, isGiven: false, ...always }
}
