import { startWithComments } from './comments.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, isFirstOnLine, lineEnding, lineStart } from './text-lines.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

/** Puts a comment on a line of its own above what stands at an offset; nothing where the same comment is there already. */
export function commentAbove(text: string, offset: number, comment: string): TextEdit[] {
  const source = parseTypeScript(text)
  if (!source) return []
  for (let node = innermost(source, offset); !ts.isSourceFile(node); node = node.parent) {
    if (!isFirstOnLine(text, node.getStart(source))) continue
    const start = lineStart(text, startWithComments(source, node))
    if (text.slice(start, node.getStart(source)).includes(comment)) return []
    return [insertion(start, `${indentationAt(text, start)}// ${comment}${lineEnding(text)}`)]
  }
  return []
}

function innermost(node: ts.Node, offset: number): ts.Node {
  const inner = ts.forEachChild(node, (child) =>
    child.pos <= offset && offset < child.end ? innermost(child, offset) : undefined,
  )
  return inner ?? node
}
