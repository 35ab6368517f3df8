import { ALL, type Entry, type Line } from '../../catalogue/index.ts'
import { readType, readWritten } from './grammar.ts'

/** A line that says where a type comes from, with the file in which it stands. */
export interface Source {
  readonly entry: Entry
  readonly line: Line
}

/** The first line that gives what has this type, by its name in an entry or by `module#Type`. */
export function findSource(name: string, from: Entry): Source | undefined {
  const { module, type } = readType(name)
  const entry = module === undefined ? from : ALL.find(({ modules }) => modules.includes(module))
  const line = entry?.lines.find((line) => givesType(line, type))
  return entry && line && { entry, line }
}

function givesType(line: Line, type: string): boolean {
  if ('acquire' in line) return line.returns === undefined ? isMadeBy(line.acquire, type) : line.returns === type
  if ('wraps' in line) return isMadeBy(line.wraps, type)
  if ('begin' in line) return line.returns === type
  return 'type' in line && line.type === type
}

function isMadeBy(call: string, type: string): boolean {
  const written = readWritten(call)
  return written?.isNew === true && written.callee === type
}
