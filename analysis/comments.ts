import { parse, Unparsable } from './parse.ts'

/** A comment of a file: what stands between its marks, and offsets with them. */
export interface CommentIn {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The comments of a file, from top to bottom; none where it can not be parsed. */
export function commentsIn(file: string, text: string): readonly CommentIn[] {
  try {
    return parse(file, text).comments.map(({ value, start, end }) => ({ text: value, start, end }))
  } catch (error) {
    // Nested deeper than the stack, or no program: either is told where it is judged.
    if (error instanceof Unparsable || error instanceof RangeError) return []
    throw error
  }
}
