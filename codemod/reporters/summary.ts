import type { Report } from '../report.ts'

/** The whole report in one line. */
export function summary({ findings, suppressed, known, read, unreadable }: Report): string {
  const others = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
    unreadable.length > 0 ? `${count(read, 'file')} read, ${unreadable.length} not` : `${count(read, 'file')} read`,
  ].join(', ')
  if (findings.length === 0) return `Nothing found: ${others}.`
  const files = new Set(findings.map(({ place }) => place.file)).size
  const likely = findings.filter(({ confidence }) => confidence === 'likely').length
  const sure = likely > 0 ? ` (${findings.length - likely} certain, ${likely} likely)` : ''
  return `${count(findings.length, 'finding')}${sure} in ${count(files, 'file')}: ${others}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
