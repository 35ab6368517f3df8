import { posix } from 'node:path'
import { CannotRun } from '../cannot-run.ts'
import type { Shard } from '../report.ts'

/** @throws {CannotRun} unless it is one part of a whole, as in `2/3` */
export function readShard(given: string): Shard {
  const [, index = '', of = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (shard.index >= 1 && shard.index <= shard.of) return shard
  throw new CannotRun(`--shard: "${given}" is no part of a whole: write 1/3, 2/3 and 3/3 for three parts.`)
}

/**
 * The files of one part: whole packages where there are enough of them, so that a part may need to read fewer, and else
 * single files. The parts are of about the same size, disjoint, and all files together, in whatever order these come.
 */
export function inShard(files: readonly string[], { index, of }: Shard): ReadonlySet<string> {
  const packages = Map.groupBy(files, packageFinder(files))
  const units = packages.size >= of ? [...packages.values()] : files.map((file) => [file])
  const parts = Array.from({ length: of }, () => ({ size: 0, files: new Set<string>() }))
  for (const unit of units.map((each) => each.toSorted()).sort(bySize)) {
    const smallest = parts.reduce((least, each) => (each.size < least.size ? each : least))
    smallest.size += unit.length
    for (const file of unit) smallest.files.add(file)
  }
  return parts[index - 1]?.files ?? new Set()
}

function packageFinder(files: readonly string[]): (file: string) => string {
  const folders = new Set(files.filter((file) => file.endsWith('/package.json')).map((file) => posix.dirname(file)))
  return (file) => {
    for (let at = posix.dirname(file); ; at = posix.dirname(at)) {
      if (folders.has(at) || at === posix.dirname(at)) return at
    }
  }
}

/** The largest first, and those of one size by name. */
function bySize(one: readonly string[], other: readonly string[]): number {
  const [first = '', second = ''] = [one[0], other[0]]
  return other.length - one.length || (first < second ? -1 : Number(first > second))
}
