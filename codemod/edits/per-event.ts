import { callAt } from './call-at.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

const EVENTS = /^(req|request|res|response|ctx|reply|next|job|msg|message)$/

/** Whether what stands there runs anew for each request, message or job, as far as the names of parameters tell. */
export function isPerEvent(text: string, place: { readonly start: number; readonly end: number }): boolean {
  const source = parseTypeScript(text)
  const call = source && callAt(source, place)
  return call !== undefined && isInHandler(call)
}

function isInHandler(node: ts.Node): boolean {
  const fn = ts.findAncestor(node, ts.isFunctionLike)
  if (!fn) return false
  const isOne = fn.parameters.some(({ name }) => ts.isIdentifier(name) && EVENTS.test(name.text))
  return isOne || isInHandler(fn.parent)
}
