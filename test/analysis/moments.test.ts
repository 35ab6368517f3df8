import { expect, test } from 'vitest'
import { createMoments } from '../../analysis/queries/moments.ts'

test('a promise that settles again does not turn time around', () => {
  const moments = createMoments()
  const signal = moments.later()
  const settled = moments.later()
  moments.order(signal, settled)
  const closed = moments.later(settled)
  moments.order(closed, settled)
  expect(moments.isBefore(signal, closed)).toBe(true)
  expect(moments.isBefore(closed, settled)).toBe(false)
})
