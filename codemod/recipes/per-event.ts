import { isPerEvent } from '../edits/index.ts'
import type { Recipe } from './recipe.ts'

/** What is acquired anew for each request is not to be kept until the end: nobody but its author can tell how long it is needed. */
export const perEvent: Recipe = ({ held }, workshop) => {
  if (!held || held.isAtStart || held.kind === 'server') return undefined
  if (!isPerEvent(workshop.textOf(held.acquired.file), held.acquired)) return undefined
  return { why: 'It is acquired anew for each request: acquire it once, outside of the function, or release it there.' }
}
