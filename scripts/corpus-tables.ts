import type { Disagreement, Explanations } from './disagreements.ts'
import { precision, recall, total, type Score } from './score.ts'

/** The score of each repository, and of all, as a table of Markdown. */
export function scoreTable(scores: ReadonlyMap<string, Score>): string {
  const head = ['repository', 'wrong', 'right', 'flagged rightly', 'wrongly', 'unlabelled']
  const rows = [...scores, ['all', total([...scores.values()])] as const].map(([repo, score]) => [
    repo,
    ...[score.right.length + score.missed.length, score.alarms.length + score.quiet.length],
    ...[score.right.length, score.alarms.length, score.unlabelled.length],
    ...[percent(precision(score)), percent(recall(score))],
    `${score.handlersFound.length}/${score.handlersFound.length + score.handlersMissed.length}`,
  ])
  return markdownTable([...head, 'precision', 'recall', 'handlers'], rows)
}

/** Each disagreement with its explanation, as a list of Markdown. */
export function disagreementList(
  found: ReadonlyMap<string, readonly Disagreement[]>,
  explanations: Explanations,
): string {
  const parts = [...found].flatMap(([repo, disagreements]) => {
    const lines = disagreements.map(({ key }) => `- ${key}: ${explanations[repo]?.[key] ?? '**unexplained**'}`)
    return lines.length > 0 ? [`### ${repo}`, '', ...lines, ''] : []
  })
  return parts.join('\n').trimEnd()
}

function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string => {
    // Numbers to the right, as the line below the head says.
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    return `| ${padded.join(' | ')} |`
  }
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [first = [], ...others] = cells
  return [line(first), rule, ...others.map(line)].join('\n')
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`
}
