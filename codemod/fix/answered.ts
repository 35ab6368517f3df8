import type { Finding } from '../../analysis/index.ts'
import { readSuppressions } from '../suppression/read-suppressions.ts'
import type { Suppression } from '../suppression/suppression.ts'
import type { Overlay } from './overlay.ts'

/** Tells whether a comment answers a finding: `// graceful-ignore-next-line require-cleanup -- kept on purpose`. */
export function answeredFindings(overlay: Overlay): (finding: Finding) => boolean {
  const known = new Map<string, { readonly text: string; readonly comments: readonly Suppression[] }>()
  return ({ rule, place: { file, line } }) =>
    commentsOf(file).some(({ from, to, rules }) => from <= line && line <= to && rules.includes(rule))

  function commentsOf(file: string): readonly Suppression[] {
    const text = overlay.read(file) ?? ''
    const before = known.get(file)
    if (before?.text === text) return before.comments
    const comments = readSuppressions(file, text)
    known.set(file, { text, comments })
    return comments
  }
}
