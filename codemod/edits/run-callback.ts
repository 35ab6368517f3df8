import { readsExport, type ModuleImport } from './module-imports.ts'
import { lineNumber } from './text-lines.ts'
import { descendants, ts, unwrap } from './typescript-source.ts'
import type { Unplaced } from './unplaced-edit.ts'

export type Callback = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration

/** Whether an expression is that export of the service's lifecycle module. */
export function lifecycleExport(
  imports: readonly ModuleImport[],
  exported: 'run' | 'listen',
): (expression: ts.Expression) => boolean {
  const path = new RegExp(`(^|/)lifecycle(/(index|${exported})(\\.[cm]?[jt]s)?)?$`)
  return readsExport(imports, (from) => path.test(from), exported)
}

/** The function that the file's one call of the lifecycle's `run` is given, with the block of its body. */
export function findRunCallback(
  source: ts.SourceFile,
  imports: readonly ModuleImport[],
  unplaced: Unplaced,
): { callback: Callback; body: ts.Block } {
  const isRun = lifecycleExport(imports, 'run')
  const calls = [...descendants(source)]
    .filter((node) => ts.isCallExpression(node))
    .filter((node) => isRun(node.expression))
  const [call] = calls
  if (!call) throw unplaced('No call of `run` imported from lifecycle/run was found')
  if (calls.length > 1) throw unplaced(`\`run\` is called ${calls.length} times`)
  const place = `The call of \`run\` on line ${lineNumber(source.text, call.getStart(source))}`
  const callback = call.arguments.map((argument) => asFunction(argument, source)).find((found) => found !== undefined)
  if (!callback) throw unplaced(`${place} is given no function that this file declares`)
  if (!callback.body || !ts.isBlock(callback.body))
    throw unplaced(`${place} is given a function without a body in braces`)
  return { callback, body: callback.body }
}

function asFunction(argument: ts.Expression, source: ts.SourceFile): Callback | undefined {
  const bare = unwrap(argument)
  if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return bare
  return ts.isIdentifier(bare) ? functionNamed(bare.text, source) : undefined
}

function functionNamed(name: string, source: ts.SourceFile): Callback | undefined {
  for (const node of descendants(source)) {
    if (ts.isFunctionDeclaration(node) && node.name?.text === name && node.body) return node
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.name.text !== name) continue
    const value = node.initializer && unwrap(node.initializer)
    if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return value
  }
  return undefined
}
