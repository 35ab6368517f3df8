import { saySuggestion } from '../../analysis/index.ts'
import type { Recipe } from './recipe.ts'

/** The edit that the analysis itself suggests, as an editor offers it. */
export const suggested: Recipe = ({ suggestions: [first], place: { file } }) => {
  if (!first) return undefined
  return { what: saySuggestion(first), changes: [{ file, edits: first.edits, imports: [] }], files: new Map() }
}
