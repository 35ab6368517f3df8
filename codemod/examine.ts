import { readFileSync } from 'node:fs'
import { createAnalysis, sayFinding, type ProgramStory, type Unreadable } from '../analysis/index.ts'
import { judgeDeploy, sayDeployFinding } from './deploy/index.ts'
import type { Project } from '../project/index.ts'
import { readText } from './read-text.ts'
import type { Reported } from './report.ts'
import { REPORTED_RULES } from './rules.ts'
import { mayHaveSuppressions, readSuppressions } from './suppression/read-suppressions.ts'
import { suppress } from './suppression/suppress.ts'
import { toReported } from './to-reported.ts'
import { withFingerprints } from './with-fingerprints.ts'

/** All there is to say about a project, whoever asks for which part of it. It is data, and can be kept. */
export interface Examined {
  readonly findings: readonly Reported[]
  readonly suppressed: readonly { readonly file: string; readonly confidence: Reported['confidence'] }[]
  readonly unreadable: readonly Unreadable[]
  /** The deploy files among what was judged. */
  readonly deployFiles: readonly { readonly file: string }[]
  /** What each program opens and how it stops, where that was asked for. */
  readonly programs: readonly ProgramStory[]
}

export type OnProgress = (done: number, of: number) => void

export function examine(project: Project, onProgress: OnProgress, tells = false): Examined {
  const commented = new Map<string, string>()
  const unread: Unreadable[] = []
  const analysis = createAnalysis({ ...project, read })
  const { findings, unreadable, stops, programs } = tells
    ? analysis.tell({ onProgress })
    : { ...analysis.check({ onProgress }), programs: [] }
  const { root } = project
  const deploy = judgeDeploy({ root, files: project.findDeployFiles(), read, stops })
  const suppressions = [...commented].flatMap(([file, text]) => readSuppressions(file, text))
  const { left, suppressed } = suppress(
    [
      ...findings.map((each) => toReported(each, sayFinding(each), root)),
      ...deploy.findings.map((each) => toReported(each, sayDeployFinding(each), root)),
    ],
    suppressions,
    Object.keys(REPORTED_RULES),
  )
  return {
    findings: withFingerprints(left, readText),
    suppressed: suppressed.map(({ place: { file }, confidence }) => ({ file, confidence })),
    unreadable: [...unreadable, ...unread],
    deployFiles: deploy.judged.map((file) => ({ file })),
    programs,
  }

  function read(file: string): string | undefined {
    const text = project.read(file)
    if (text === undefined) {
      if (project.has(file)) unread.push({ file, line: 1, why: whyUnread(file) })
    } else if (mayHaveSuppressions(text)) commented.set(file, text)
    return text
  }
}

function whyUnread(file: string): string {
  try {
    readFileSync(file)
    return 'It could not be read.'
  } catch (error) {
    return `It can not be read: ${error instanceof Error ? error.message : String(error)}`
  }
}
