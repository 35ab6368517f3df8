import { readFileSync } from 'node:fs'
import { CannotRun } from '../cannot-run.ts'
import type { JsonReport } from '../formats/json.ts'

/** The report in a file. @throws {CannotRun} when it is none, or one of a later version */
export function readPart(file: string): JsonReport {
  const value = parse(file, read(file))
  if (!isObject(value)) throw new CannotRun(`${file} is no report of check --format=json.`)
  if (value.version !== 1) {
    throw new CannotRun(
      `${file} is no report that this version can read: it has version ${JSON.stringify(value.version)}.`,
    )
  }
  if (isReport(value)) return value
  throw new CannotRun(`${file} is no whole report of check --format=json: was it cut off or edited?`)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing) throw new CannotRun(`There is no file ${file}.`)
    throw new CannotRun(`${file} can not be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotRun(`${file} is no JSON: give what check --format=json has written.`)
  }
}

/** With all that merging looks at. */
function isReport(value: Readonly<Record<string, unknown>>): value is JsonReport & Record<string, unknown> {
  const { strict, shard, read, suppressed, known, notes, findings, unreadable } = value
  return (
    typeof strict === 'boolean' &&
    [read, suppressed, known].every((each) => typeof each === 'number') &&
    Array.isArray(notes) &&
    (shard === undefined || (isObject(shard) && typeof shard.index === 'number' && typeof shard.of === 'number')) &&
    Array.isArray(findings) &&
    findings.every(isFinding) &&
    Array.isArray(unreadable) &&
    unreadable.every((each) => isObject(each) && typeof each.file === 'string' && typeof each.why === 'string')
  )
}

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    isPlace(value) &&
    ['rule', 'verdict', 'message', 'fingerprint'].every((key) => typeof value[key] === 'string') &&
    (value.confidence === 'certain' || value.confidence === 'likely') &&
    Array.isArray(value.because) &&
    value.because.every((each) => isObject(each) && isPlace(each) && typeof each.what === 'string')
  )
}

function isPlace(value: Readonly<Record<string, unknown>>): boolean {
  const numbers = ['line', 'column', 'endLine', 'endColumn']
  return typeof value.file === 'string' && numbers.every((key) => typeof value[key] === 'number')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
