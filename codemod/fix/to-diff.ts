import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'
import { shownPath } from '../shown-path.ts'
import type { Fixed } from './fix.ts'

/** All changes as one patch, for people and for `git apply` in the folder in which it was made. */
export function toDiff({ startedIn, texts }: Pick<Fixed, 'startedIn' | 'texts'>): string {
  const patches = texts.map(({ file, before, after }) => {
    const path = shownPath({ startedIn }, file)
    const from = before === undefined ? '/dev/null' : `a/${path}`
    const patch = structuredPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 })
    return formatPatch(patch, FILE_HEADERS_ONLY)
  })
  return patches.join('')
}
