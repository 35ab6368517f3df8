import type { Inquiry } from '../inquiry.ts'

/** No start is as deep as that; what generated code does may be. */
const DEPTH = 200

/** The calls that starting a file leads to at once, in the order in which they are made: what it imports comes first. */
export function orderOfStart(
  { world, index }: Inquiry,
  entry: string,
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<number, number> {
  const order = new Map<number, number>()
  const loaded = new Set<string>()
  const run = new Set<number>()
  load(entry, 0)
  return order

  function load(file: string, depth: number): void {
    if (loaded.has(file) || depth > DEPTH) return
    loaded.add(file)
    for (const each of imports.get(file) ?? []) load(each, depth + 1)
    const code = world.code.byFile.get(file)
    if (code) runFunction(code.fn, 0)
  }

  function runFunction(fn: number, depth: number): void {
    if (run.has(fn) || depth > DEPTH) return
    run.add(fn)
    // listen(createServer()): what ends first is called first.
    const calls = (index.callsIn[fn] ?? []).toSorted((a, b) => world.code.callAt(a).end - world.code.callAt(b).end)
    for (const call of calls) {
      order.set(call, order.size)
      for (const target of world.targets.get(call) ?? []) if (target >= 0) runFunction(target, depth + 1)
    }
  }
}
