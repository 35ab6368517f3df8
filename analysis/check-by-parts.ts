import type { FoundApart } from './apart.ts'
import type { Finding, Unreadable } from './finding.ts'
import { firstFiles } from './investigate.ts'
import type { KnownFiles } from './known-files.ts'
import type { Stop } from './queries/stops.ts'
import type { StoppingReport } from './report.ts'
import type { Survey } from './survey.ts'
import { inOrder } from './verdicts/judge.ts'

/** What a check of the whole tree finds, put together from that of its parts; undefined where they can not tell all. */
export function checkByParts(
  parts: Iterable<FoundApart | undefined>,
  survey: Survey,
  known: KnownFiles,
): StoppingReport | undefined {
  const findings: Finding[] = []
  // What several parts have together is said once.
  const stops = new Map<string, Stop>()
  const unreadable = new Map<string, Unreadable>()
  for (const part of parts) {
    if (!part) return undefined
    for (const finding of part.findings) findings.push(finding)
    for (const stop of part.stops) stops.set(stop.entry, stop)
    for (const each of part.unreadable) unreadable.set(each.file, each)
  }
  // Where nothing may be found, a file that can not be read is said all the same.
  for (const file of firstFiles(survey)) {
    const facts = known.factsOf(file)
    if (facts && 'why' in facts) unreadable.set(file, facts)
  }
  return {
    findings: inOrder(findings),
    stops: [...stops.values()],
    unreadable: [...unreadable.values()],
    read: survey.imports.size,
  }
}
