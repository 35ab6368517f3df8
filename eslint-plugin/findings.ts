import { dirname, isAbsolute, resolve } from 'node:path'
import type { Rule } from 'eslint'
import type { RuleName } from '../analysis/index.ts'
import { InvalidConfig, isSource, toKey } from '../project/index.ts'
import { findingsAlone } from './findings-alone.ts'
import { NAMESPACE } from './meta.ts'
import { findingsInProject } from './project-findings.ts'
import type { Reported } from './reported.ts'
import { rootOf } from './root-of.ts'

export interface Answer {
  readonly findings: readonly Reported[]
  /** Why there are no findings, for one rule to say. */
  readonly failure?: string
}

/** What ESLint and oxlint tell a rule about the file that is linted. */
export type Linted = Pick<Rule.RuleContext, 'cwd' | 'filename' | 'physicalFilename' | 'settings'> & {
  readonly sourceCode: { readonly text: string }
}

interface Lint {
  readonly file: string
  readonly text: string
  readonly answer: Answer
  readonly asked: Set<RuleName>
}

let last: Lint | undefined

/**
 * What the analysis finds in the text that is linted, saved or not, within its project as it is on disk. All rules
 * ask for a file one after the other, and get one answer; when a rule asks again, it is another lint.
 * @throws {InvalidConfig} because without the user's resources a lint would be wrong everywhere
 */
export function findingsFor(rule: RuleName, context: Linted): Answer {
  const { filename: file, sourceCode } = context
  const { text } = sourceCode
  if (last?.file === file && last.text === text && !last.asked.has(rule)) {
    last.asked.add(rule)
    return { findings: last.answer.findings }
  }
  const answer = attempt(() => judge(context))
  last = { file, text, answer, asked: new Set([rule]) }
  return answer
}

function judge({ cwd, filename, physicalFilename, settings, sourceCode }: Linted): readonly Reported[] {
  const { text } = sourceCode
  // What has no name may be in any of the languages, and under this one the parser tries them all.
  if (!isAbsolute(filename)) return findingsAlone(isSource(filename) ? filename : 'main.js', text)
  const file = toKey(filename)
  if (!isSource(file)) return []
  const root = rootFrom(settings, cwd) ?? rootOf(dirname(filename))
  // A block of a Markdown file, as processors hand it over, belongs to no program.
  if (root === undefined || filename !== physicalFilename) return findingsAlone(file, text)
  return findingsInProject(root, file, text)
}

/** The setting for repositories whose packages belong together although no workspace says so. */
function rootFrom(settings: Rule.RuleContext['settings'], cwd: string): string | undefined {
  const own = settings[NAMESPACE] as { readonly root?: unknown } | undefined
  return typeof own?.root === 'string' ? toKey(resolve(cwd, own.root)) : undefined
}

function attempt(find: () => readonly Reported[]): Answer {
  try {
    return { findings: find() }
  } catch (error) {
    if (error instanceof InvalidConfig) throw error
    return { findings: [], failure: shown(error) }
  }
}

/** The message and the place, for a report to us; the rest of the stack would fill the screen. */
function shown(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n', 2).join('') : String(error)
}
