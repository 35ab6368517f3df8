import { sayFinding } from '../../analysis/index.ts'
import { applyEdits, commentAbove, type TextEdit } from '../edits/index.ts'
import type { Outcome } from './outcome.ts'
import type { Overlay } from './overlay.ts'

/** Leaves a comment above what is likely, and was not repaired: whether it is a fault is for a person to say. */
export function leaveTodos(overlay: Overlay, outcomes: readonly Outcome[]): void {
  const left = outcomes.filter(({ is, finding }) => is === 'left' && finding.confidence === 'likely')
  const texts = new Map(overlay.edited)
  for (const [file, of] of Map.groupBy(left, ({ finding }) => finding.place.file)) {
    const text = overlay.read(file) ?? ''
    const edits: TextEdit[] = []
    for (const { finding } of of) {
      const added = commentAbove(text, finding.place.start, `TODO(graceful): ${sayFinding(finding)}`)
      // Two that say the same of one line are said once.
      if (!edits.some((edit) => added.some(({ start, text }) => edit.start === start && edit.text === text)))
        edits.push(...added)
    }
    if (edits.length > 0) texts.set(file, applyEdits(text, edits))
  }
  overlay.edit(texts)
}
