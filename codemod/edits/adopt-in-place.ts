import { quoted, releaseText, variableFor, type Adoption, type Surroundings } from './adoption.ts'
import { holderOf, isChosen, nameGiven } from './held-value.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, lineEnd, lineStart } from './text-lines.ts'
import { descendants, ts } from './typescript-source.ts'

/** Around a call that then still fits its line. */
export function adoptOnItsLine(
  { source, width, dialect }: Surroundings,
  adoption: Adoption,
  call: ts.Expression,
): TextEdit[] | undefined {
  const { text } = source
  const written = call.getText(source)
  if (written.includes('\n') || isChosen(call) || (adoption.also && holderOf(call).by === 'name')) return undefined
  const name = nameGiven(call) ?? adoption.name
  const edits = around(adoption, call, source, name, dialect)
  const line = lineEnd(text, call.end) - lineStart(text, call.getStart(source))
  const added = edits.reduce((sum, edit) => sum + edit.text.length, 0)
  return line + added <= width ? edits : undefined
}

/** The call between two insertions, so that what stands in it can be edited too. */
function around(
  adoption: Adoption,
  call: ts.Expression,
  source: ts.SourceFile,
  name: string,
  dialect: Surroundings['dialect'],
): TextEdit[] {
  const release = releaseText(adoption, variableFor(name))
  return [
    insertion(call.getStart(source), `${adoption.adopter}(${quoted(adoption.label ?? name, dialect)}, `),
    insertion(call.end, release === undefined ? ')' : `, ${release})`),
  ]
}

/** Around a call, with a line for each argument. */
export function adoptInPlace(
  { source, dialect, trailingComma }: Surroundings,
  adoption: Adoption,
  call: ts.Expression,
): TextEdit[] {
  const { text } = source
  const name = nameGiven(call) ?? adoption.name
  const start = call.getStart(source)
  const indentation = indentationAt(text, start)
  const inner = `${dialect.eol}${indentation}${dialect.indent}`
  const release = releaseText(adoption, variableFor(name))
  const end = `${release === undefined ? '' : `,${inner}${release}`}${trailingComma ? ',' : ''}${dialect.eol}${indentation})`
  return [
    insertion(start, `${adoption.adopter}(${inner}${quoted(adoption.label ?? name, dialect)},${inner}`),
    ...movedRight(source, call, dialect.indent),
    insertion(call.end, end),
  ]
}

/** Each line of a node but the first, by one step; what a template literal says stays. */
function movedRight(source: ts.SourceFile, node: ts.Node, step: string): TextEdit[] {
  const { text } = source
  const templates = [...descendants(node)].filter(
    (each) => ts.isNoSubstitutionTemplateLiteral(each) || ts.isTemplateExpression(each),
  )
  const edits: TextEdit[] = []
  for (
    let at = text.indexOf('\n', node.getStart(source));
    at !== -1 && at < node.end;
    at = text.indexOf('\n', at + 1)
  ) {
    const isBlank = /^\r?\n/.test(text.slice(at + 1))
    const isContent = templates.some((each) => each.getStart(source) < at && at < each.end)
    if (!isBlank && !isContent) edits.push(insertion(at + 1, step))
  }
  return edits
}
