import type { Inquiry } from '../inquiry.ts'
import { functionsAt } from './index-of-calls.ts'

/** Whether a function is what a promise is made with: `new Promise((resolve, reject) => …)`. */
export function isExecutor({ world, index }: Inquiry, fn: number): boolean {
  const file = world.code.fileOfFunction(fn)
  return file.facts.calls.some(
    ({ kind, args: [first = 0] }, local) =>
      kind === 'new' &&
      index.externalsAt
        .get(file.call + local)
        ?.some(({ module, path }) => module === 'global' && path === 'Promise') === true &&
      functionsAt(world, world.code.slotIn(file, first)).includes(fn),
  )
}
