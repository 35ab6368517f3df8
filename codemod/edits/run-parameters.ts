import { isReference } from './in-dialect.ts'
import type { Callback } from './run-callback.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { descendants, parseTypeScript, ts } from './typescript-source.ts'
import type { Unplaced } from './unplaced-edit.ts'

/** What `run` hands to its callback, in order, by the names that our statements use. */
const handed = ['own', 'stopping']

/** The names that the author gave to what `run` hands over. */
export function parameterNames({ parameters }: Callback, unplaced: Unplaced): Map<string, string> {
  const names = new Map<string, string>()
  for (const [index, name] of handed.entries()) {
    const parameter = parameters[index]
    if (!parameter) continue
    if (!ts.isIdentifier(parameter.name))
      throw unplaced(`The callback of \`run\` takes \`${parameter.name.getText()}\``)
    if (parameter.name.text !== name) names.set(name, parameter.name.text)
  }
  return names
}

/** Takes the parameters that the statements use, and makes the callback async if they await. */
export function callbackEdits(callback: Callback, statements: readonly string[], source: ts.SourceFile): TextEdit[] {
  const nodes = statements.flatMap((statement) => {
    const parsed = parseTypeScript(statement)
    return parsed ? [...descendants(parsed)] : []
  })
  const used = handed.findLastIndex((name) => nodes.some((node) => isReference(node) && node.text === name)) + 1
  const awaits = nodes.some((node) => ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike))
  return [...asyncEdits(callback, awaits, source), ...parameterEdits(callback, handed.slice(0, used), source)]
}

function asyncEdits(callback: Callback, awaits: boolean, source: ts.SourceFile): TextEdit[] {
  if (!awaits || callback.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return []
  const start = callback.modifiers ? callback.modifiers.end + 1 : callback.getStart(source)
  return [insertion(start, 'async ')]
}

function parameterEdits({ parameters, body }: Callback, needed: readonly string[], source: ts.SourceFile): TextEdit[] {
  const missing = needed.slice(parameters.length)
  if (missing.length === 0 || !body) return []
  const last = parameters.at(-1)
  if (!last) return [insertion(parameters.pos, missing.join(', '))]
  // own => {}
  const isBare = !/^\s*,?\s*\)/.test(source.text.slice(last.end))
  const added = `, ${missing.join(', ')}`
  return isBare
    ? [insertion(last.getStart(source), '('), insertion(last.end, `${added})`)]
    : [insertion(last.end, added)]
}
