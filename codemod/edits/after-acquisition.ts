import { callAt } from './call-at.ts'
import { endWithComments } from './comments.ts'
import { readDialect } from './dialect.ts'
import { holderOf } from './held-value.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt } from './text-lines.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

export interface HeldThere {
  /** What the thing is called from there on; undefined where it has no name. */
  readonly name: string | undefined
  /** What the function around is given first: `fastify` of a plugin. */
  readonly given: string | undefined
  /** What the method that acquires it is called on: `app` of `app.register(…)`. */
  readonly receiver: string | undefined
}

/** Says something in statements below the one that acquires something; undefined where there is no place for one. */
export function afterAcquisition(
  text: string,
  place: { readonly start: number; readonly end: number },
  write: (there: HeldThere) => readonly string[] | undefined,
): TextEdit[] | undefined {
  const source = parseTypeScript(text)
  const call = source && callAt(source, place)
  if (!source || !call) return undefined
  const holder = holderOf(call)
  const statement = holder.by === 'expression' ? undefined : holder.statement
  if (!statement) return undefined
  const lines = write({
    name: holder.by === 'name' ? holder.name : undefined,
    given: givenAround(call),
    receiver: ts.isPropertyAccessExpression(call.expression) ? call.expression.expression.getText(source) : undefined,
  })
  if (!lines) return undefined
  const { eol, semicolons } = readDialect(source)
  const indentation = indentationAt(text, statement.getStart(source))
  const added = lines.map((line) => eol + indentation + line + (semicolons ? ';' : ''))
  return [insertion(endWithComments(text, statement.end), added.join(''))]
}

function givenAround(node: ts.Node): string | undefined {
  const fn = ts.findAncestor(node, ts.isFunctionLike)
  const first = fn?.parameters[0]?.name
  return first && ts.isIdentifier(first) ? first.text : undefined
}
