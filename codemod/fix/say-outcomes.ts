import { sayFinding } from '../../analysis/index.ts'
import { printable } from '../reporters/printable.ts'
import { shownPath } from '../shown-path.ts'
import type { Fixed } from './fix.ts'

/** What was repaired and what was not, with the reason of each, and the sum of it. */
export function sayOutcomes({ startedIn, outcomes, texts, read, unreadable }: Fixed, isWritten: boolean): string {
  const rows = outcomes.map((outcome) => {
    const { file, line } = outcome.finding.place
    const where = printable(`${shownPath({ startedIn }, file)}:${line}`)
    if (outcome.is !== 'left') return `  ${outcome.is.padEnd(5)}  ${where}  ${printable(outcome.how)}`
    return `  left   ${where}  ${printable(sayFinding(outcome.finding))}\n         ${printable(outcome.why)}`
  })
  const unread = unreadable.map(({ file, line, why }) => {
    return `  not read  ${printable(`${shownPath({ startedIn }, file)}:${line}`)}  ${printable(why)}`
  })
  const lines = [...rows, ...unread]
  return [...lines, ...(lines.length > 0 ? [''] : []), sum(), ''].join('\n')

  function sum(): string {
    const files = `${read} ${read === 1 ? 'file' : 'files'} read`
    if (outcomes.length === 0) return `Nothing to repair: ${files}.`
    const fixed = outcomes.filter(({ is }) => is === 'fixed').length
    const gone = outcomes.filter(({ is }) => is === 'gone').length
    const others = gone > 0 ? `, ${gone} gone with them` : ''
    const edited = texts.filter(({ before }) => before !== undefined).length
    const added = texts.length - edited
    const where = [`${edited} ${edited === 1 ? 'file' : 'files'} edited`, ...(added > 0 ? [`${added} added`] : [])]
    const hint = texts.length > 0 && !isWritten ? ' Nothing is written yet: --write does that.' : ''
    return `${fixed} of ${outcomes.length} findings repaired${others}: ${files}, ${where.join(', ')}.${hint}`
  }
}
