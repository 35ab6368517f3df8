import { callAt } from './call-at.ts'
import { endWithComments } from './comments.ts'
import { readDialect } from './dialect.ts'
import { isTaken } from './is-taken.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt } from './text-lines.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

const NAMES = ['shutdown', 'stop', 'onStopSignal']

/** Registers what runs on one signal for another one too: `process.on('SIGTERM', stop)` gets a line for SIGINT. */
export function hearToo(
  text: string,
  registration: { start: number; end: number },
  signal: string,
  isTyped: boolean,
): TextEdit[] | undefined {
  const source = parseTypeScript(text)
  const call = source && callAt(source, registration)
  if (!source || !call || !ts.isCallExpression(call)) return undefined
  const [heard, handler] = call.arguments
  const statement = call.parent
  if (!heard || !handler || !ts.isStringLiteral(heard) || !ts.isExpressionStatement(statement)) return undefined
  const { eol, semicolons } = readDialect(source)
  const indentation = indentationAt(text, statement.getStart(source))
  const end = endWithComments(text, statement.end)
  const quote = text[heard.getStart(source)] ?? "'"
  const before = text.slice(call.getStart(source), heard.getStart(source))
  const line = (on: string, name: string): string =>
    `${eol}${indentation}${before}${quote}${on}${quote}, ${name})${semicolons ? ';' : ''}`
  if (ts.isIdentifier(handler) || ts.isPropertyAccessExpression(handler))
    return [insertion(end, line(signal, handler.getText(source)))]
  if (!ts.isArrowFunction(handler) && !ts.isFunctionExpression(handler)) return undefined
  // Without the call around it, nothing would tell what it is given.
  if (handler.parameters.some(({ type }) => !type) && isTyped) return undefined
  const name = NAMES.find((each) => !isTaken(source, each))
  if (name === undefined || call.arguments.length > 2) return undefined
  return [
    { start: call.getStart(source), end: handler.getStart(source), text: `const ${name} = ` },
    { start: handler.end, end: call.end, text: '' },
    insertion(end, line(heard.text, name) + line(signal, name)),
  ]
}
