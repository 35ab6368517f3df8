import { lineAt } from './facts/collect.ts'
import type { Place } from './finding.ts'
import type { World } from './graph/world.ts'

export function placeOf(file: string, lines: readonly number[], start: number, end: number): Place {
  const line = lineAt(lines, start)
  const endLine = lineAt(lines, end)
  return {
    file,
    start,
    end,
    line,
    column: start - (lines[line - 1] ?? 0),
    endLine,
    endColumn: end - (lines[endLine - 1] ?? 0),
  }
}

export function placeOfCall(world: World, call: number): Place {
  const { file, facts } = world.code.fileOfCall(call)
  const { start, end } = world.code.callAt(call)
  return placeOf(file, facts.lines, start, end)
}

/** A release as code writes it: `[Symbol.dispose]()`. */
export function releaseAsWritten(release = ''): string {
  return release.replace(/^\.@@(\w+)\(\)$/, '[Symbol.$1]()')
}

/** Where a call stands, for a sentence: the nearest function with a name, or else the file. */
export function nameOfPlace(world: World, call: number): string {
  const file = world.code.fileOfCall(call)
  for (let fn = world.code.callAt(call).fn; fn > 0; fn = world.code.functionAt(file.fn + fn).parent) {
    const { name } = world.code.functionAt(file.fn + fn)
    if (name !== '' && name !== 'constructor')
      return name.startsWith('@@') ? `[Symbol.${name.slice(2)}]()` : `${name}()`
  }
  return file.file.slice(file.file.lastIndexOf('/') + 1)
}

/** A call as it is written: `new Pool()`. */
export function written(world: World, call: number): string {
  return `${world.code.callAt(call).text}()`
}
