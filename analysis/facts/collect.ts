import { parse } from '../parse.ts'
import { createBuilder, finish, stepsOf, type MustCallDoc } from './builder.ts'
import type { Facts } from './facts.ts'
import { openFunction } from './functions.ts'
import { declareBlock, declareVars } from './hoist.ts'
import { statements } from './statements.ts'

/**
 * Reads one file: pure, so that its result may be kept by the text's hash.
 * @throws {Unparsable} when the text is not a program
 */
export function collectFacts(file: string, text: string): Facts {
  const { program, comments } = parse(file, text)
  const docs: MustCallDoc[] = []
  const lines = lineStarts(text)
  for (const { type, value, end } of comments) {
    if (type === 'Block' && value.includes('@mustCall')) docs.push({ end, methods: methodsIn(value) })
  }
  const b = createBuilder(file, text, docs)
  openFunction(b, '', program)
  declareVars(b, program.body)
  declareBlock(b, program.body)
  const steps = stepsOf(b, () => {
    statements(b, program.body)
  })
  if (b.functions[0]) b.functions[0].steps = steps
  return finish(b, lines)
}

function methodsIn(doc: string): string[] {
  return [...doc.matchAll(/@mustCall\s+([\w$ ,]+)/g)].flatMap(([, names]) =>
    (names ?? '').split(/[ ,]+/).filter(Boolean),
  )
}

/** The offset at which each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line, from 1, in which an offset stands. */
export function lineAt(lines: readonly number[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
