import { resolve } from 'node:path'
import type { Place } from '../../analysis/index.ts'
import { toKey } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'
import type { JsonPlace, JsonReport } from '../formats/json.ts'
import { byPlace, compare } from '../in-order.ts'
import { readText } from '../read-text.ts'
import type { Report, Reported } from '../report.ts'

interface Part {
  readonly file: string
  readonly json: JsonReport
}

/**
 * The report that one check of the whole would have given.
 * @throws {CannotRun} when a part is missing, or given twice, or was made in another way than the others
 */
export function mergeReports(startedIn: string, parts: readonly Part[]): Report {
  assertWhole(parts)
  const reports = parts.map(({ json }) => json)
  const read = sum(reports.map((each) => each.read))
  const unreadable = reports
    .flatMap((each) => each.unreadable)
    .map((each) => ({ ...each, file: toFile(startedIn, each.file) }))
  const [first] = unreadable
  if (read === 0 && first && !unreadable.some(({ isBug }) => isBug)) {
    throw new CannotRun(`No file could be read: ${reports[0]?.unreadable[0]?.file ?? first.file}: ${first.why}`)
  }
  return {
    startedIn,
    strict: reports.some(({ strict }) => strict),
    read,
    judged: new Set(),
    findings: uniqueOf(reports.flatMap(({ findings }) => findings).map((each) => toReported(startedIn, each))),
    suppressed: sum(reports.map((each) => each.suppressed)),
    known: sum(reports.map((each) => each.known)),
    unreadable: unreadable.sort((one, other) => compare(one.file, other.file)),
    notes: reports.flatMap(({ notes }) => notes),
    textOf: readText,
  }
}

function assertWhole(parts: readonly Part[]): void {
  const [first, ...others] = parts
  const other = others.find(({ json }) => json.strict !== first?.json.strict)
  if (first && other) {
    const [strict, lenient] = first.json.strict ? [first, other] : [other, first]
    throw new CannotRun(`${strict.file} was made with --strict and ${lenient.file} without: check all parts alike.`)
  }
  const seen = new Map<number, string>()
  const whole = parts.find(({ json }) => json.shard)?.json.shard?.of
  for (const { file, json } of parts) {
    if (json.shard?.of !== whole) throw new CannotRun(`${file} is no part of ${whole ?? 0}, as the others are.`)
    if (!json.shard) continue
    const { index, of } = json.shard
    const twin = seen.get(index)
    if (twin !== undefined) throw new CannotRun(`${twin} and ${file} are both part ${index} of ${of}.`)
    seen.set(index, file)
  }
  for (let index = 1; index <= (whole ?? 0); index++) {
    if (!seen.has(index))
      throw new CannotRun(`Part ${index} of ${whole ?? 0} is missing: --shard=${index}/${whole ?? 0} makes it.`)
  }
}

function toReported(startedIn: string, finding: JsonReport['findings'][number]): Reported {
  const { rule, verdict, confidence, message, fingerprint, because } = finding
  return {
    ...{ rule, verdict, confidence, fingerprint },
    said: message,
    place: toPlace(startedIn, finding),
    because: because.map((step) => ({ what: step.what, place: toPlace(startedIn, step) })),
  }
}

/** The offsets are not in a report: nothing that writes one down asks for them. */
function toPlace(startedIn: string, { file, line, column, endLine, endColumn }: JsonPlace): Place {
  const at = { file: toFile(startedIn, file), line, column: column - 1, endLine, endColumn: endColumn - 1 }
  return { ...at, start: -1, end: -1 }
}

function toFile(startedIn: string, shown: string): string {
  return toKey(resolve(startedIn, shown))
}

/** Reports without shards may overlap. */
function uniqueOf(findings: readonly Reported[]): readonly Reported[] {
  const byKey = new Map(findings.map((each) => [`${each.place.file} ${each.fingerprint}`, each]))
  return [...byKey.values()].sort(byPlace)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
