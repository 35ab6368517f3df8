import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif'
import type { Place, Unreadable } from '../../analysis/index.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Report, Reported } from '../report.ts'
import { shownPath, shownUri } from '../shown-path.ts'
import { shortHash } from '../with-fingerprints.ts'
import { REPORTED_RULES, type ReportedRule } from '../rules.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const PAGES = 'https://unpkg.com/eslint-plugin-graceful-service/docs/rules'
const BASE = '%SRCROOT%'

const ruleNames = Object.keys(REPORTED_RULES)

/** Static Analysis Results Interchange Format 2.1.0, as code hosts and editors read it. */
export default function toSarif(report: Report): string {
  const run: Run = {
    tool: {
      driver: {
        name: manifest.name,
        version: manifest.version,
        informationUri: `https://unpkg.com/${manifest.name}/`,
        rules: Object.entries(REPORTED_RULES).map(toDescriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which the check was started.' } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: report.unreadable.map((each) => ({
          level: 'error',
          message: { text: each.why },
          locations: [toLocation(report, lineOf(each))],
        })),
      },
    ],
    results: report.findings.map((finding) => toResult(report, finding)),
  }
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function toDescriptor([name, { says, verdicts, page = `${PAGES}/${name}.md` }]: readonly [
  string,
  ReportedRule,
]): ReportingDescriptor {
  const sentence = `${says.charAt(0).toUpperCase()}${says.slice(1)}.`
  return {
    id: name,
    shortDescription: { text: sentence },
    helpUri: page,
    help: { text: `${sentence} See ${page}`, markdown: `${sentence} See [${name}](${page}).` },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['reliability', ...verdicts] },
  }
}

function toResult(report: Report, finding: Reported): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: ruleNames.indexOf(finding.rule),
    level: finding.confidence === 'certain' ? 'error' : 'warning',
    message: { text: finding.said },
    locations: [toLocation(report, finding.place)],
    relatedLocations: finding.because.map(({ place, what }, index) => ({
      id: index,
      ...toLocation(report, place),
      message: { text: what },
    })),
    partialFingerprints: {
      'gracefulFinding/v1': shortHash(`${shownPath(report, finding.place.file)}\n${finding.fingerprint}`),
    },
    properties: { verdict: finding.verdict, confidence: finding.confidence },
  }
}

function toLocation(report: Report, place: Pick<Place, 'file' | 'line'> & Partial<Place>): Location {
  const { file, line, column, endLine, endColumn } = place
  const uri = shownUri(report, file)
  return {
    physicalLocation: {
      artifactLocation: { uri, ...(!uri.startsWith('file:') && { uriBaseId: BASE }) },
      region: {
        startLine: line,
        ...(column !== undefined && { startColumn: column + 1 }),
        ...(endLine !== undefined && endColumn !== undefined && { endLine, endColumn: endColumn + 1 }),
      },
    },
  }
}

function lineOf({ file, line }: Unreadable): Pick<Place, 'file' | 'line'> {
  return { file, line: Math.max(1, line) }
}
