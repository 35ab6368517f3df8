import { closest } from '../command-line/closest.ts'
import type { Unmarked } from '../with-fingerprints.ts'
import type { Suppression } from './suppression.ts'

export interface Suppressed {
  /** What no comment answers, and what is wrong with the comments themselves. */
  readonly left: readonly Unmarked[]
  /** What a comment answers. */
  readonly suppressed: readonly Unmarked[]
}

/** Takes out what a comment answers; one that answers nothing, or gives no reason, is a finding of its own. */
export function suppress(
  findings: readonly Unmarked[],
  suppressions: readonly Suppression[],
  rules: readonly string[],
): Suppressed {
  const used = new Map<Suppression, Set<string>>()
  const left: Unmarked[] = []
  const suppressed: Unmarked[] = []
  for (const finding of findings) {
    const { rule, place } = finding
    const answers = suppressions.filter(({ place: { file }, from, to, rules: named }) => {
      return file === place.file && from <= place.line && place.line <= to && named.includes(rule)
    })
    for (const each of answers) used.set(each, (used.get(each) ?? new Set()).add(rule))
    ;(answers.length > 0 ? suppressed : left).push(finding)
  }
  const faults = suppressions
    .filter(({ by }) => by === 'graceful')
    .flatMap((each) => {
      const faults = faultsOf(each, used.get(each) ?? new Set(), rules)
      return faults.map((fault): Unmarked => ({ ...fault, confidence: 'certain', place: each.place, because: [] }))
    })
  return { left: [...left, ...faults], suppressed }
}

type Fault = Pick<Unmarked, 'rule' | 'verdict' | 'said'>

function faultsOf({ rules: named, reason }: Suppression, used: ReadonlySet<string>, rules: readonly string[]): Fault[] {
  if (named.length === 0)
    return [unused('This comment names no rule: write `graceful-ignore-next-line RULE -- reason`.')]
  const faults: Fault[] = named.flatMap((rule) => {
    if (used.has(rule)) return []
    if (rules.includes(rule)) return [unused(`Nothing is found here that \`${rule}\` says: remove this comment.`)]
    const meant = closest(rule, rules)
    const hint = meant === undefined ? 'remove this comment' : `\`${meant}\` may be meant`
    return [{ rule: 'no-unused-suppression', verdict: 'unknown-rule', said: `There is no rule \`${rule}\`: ${hint}.` }]
  })
  if (used.size === 0 || reason !== '') return faults
  const said = 'This comment gives no reason: write one behind `--`, for whoever comes next.'
  return [...faults, { rule: 'require-suppression-reason', verdict: 'unexplained-suppression', said }]
}

function unused(said: string): Fault {
  return { rule: 'no-unused-suppression', verdict: 'unused-suppression', said }
}
