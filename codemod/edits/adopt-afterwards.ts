import { quoted, releaseText, variableFor, type Adoption, type Surroundings } from './adoption.ts'
import { layOutCall } from './call-layout.ts'
import { endWithComments } from './comments.ts'
import { holderOf, nameGiven } from './held-value.ts'
import { isTaken } from './is-taken.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt } from './text-lines.ts'
import { ts } from './typescript-source.ts'

/** In the statement below the one that acquires it, where it has a name or can get one. */
export function adoptAfterwards(around: Surroundings, adoption: Adoption, call: ts.Expression): TextEdit[] | undefined {
  const { source } = around
  const holder = holderOf(call)
  if (holder.by === 'name') {
    const { name, isConstant, statement } = holder
    const label = nameGiven(call) ?? adoption.name
    const parameter = isConstant ? undefined : variableFor(label)
    return [after(around, statement, adoption, label, name, parameter)]
  }
  const statement = statementOf(call)
  if (adoption.release?.usesIt === false && adoption.standIn !== undefined && statement)
    return [after(around, statement, adoption, adoption.name, adoption.standIn, undefined)]
  if (holder.by !== 'nobody') return undefined
  const name = variableFor(adoption.name)
  if (isTaken(source, name)) return undefined
  const keyword = /^(var|let)\b/m.test(source.text) && !/^const\b/m.test(source.text) ? 'var' : 'const'
  const named = insertion(holder.statement.getStart(source), `${keyword} ${name} = `)
  return [named, after(around, holder.statement, adoption, adoption.name, name, undefined)]
}

function after(
  { source, dialect, width, trailingComma }: Surroundings,
  statement: ts.Statement,
  adoption: Adoption,
  label: string,
  value: string,
  parameter: string | undefined,
): TextEdit {
  const { text } = source
  const indentation = indentationAt(text, statement.getStart(source))
  const release =
    parameter === undefined
      ? adoption.release && `() => ${adoption.release.write(value)}`
      : releaseText(adoption, parameter)
  const args = [quoted(adoption.label ?? label, dialect), value, ...(release === undefined ? [] : [release])]
  const call = layOutCall(adoption.adopter, args, { dialect, indentation, width, trailingComma })
  const end = endWithComments(text, statement.end)
  const lines = [call, ...(adoption.also ? [adoption.also(value)] : [])]
  return insertion(
    end,
    lines.map((line) => dialect.eol + indentation + line + (dialect.semicolons ? ';' : '')).join(''),
  )
}

function statementOf(node: ts.Node): ts.Statement | undefined {
  const { parent } = node
  // What stands in a function is adopted when that runs.
  if (ts.isFunctionLike(parent) || ts.isSourceFile(parent)) return undefined
  if (ts.isExpressionStatement(parent) || ts.isVariableStatement(parent)) {
    const outer = parent.parent
    return ts.isBlock(outer) || ts.isSourceFile(outer) ? parent : undefined
  }
  return statementOf(parent)
}
