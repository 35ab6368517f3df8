import { callAt } from './call-at.ts'
import { holderOf } from './held-value.ts'
import { moduleVariableOf } from './module-variable.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

/** Whether a field or a variable of the module keeps what the call gives, or the constructor makes it: once for each object. */
export function isKept(text: string, place: { readonly start: number; readonly end: number }): boolean {
  const source = parseTypeScript(text)
  const call = source && callAt(source, place)
  if (!call) return false
  const fn = ts.findAncestor(call, ts.isFunctionLike)
  if (!fn || ts.isConstructorDeclaration(fn)) return true
  const holder = holderOf(call)
  return holder.by === 'name' && (holder.name.startsWith('this.') || moduleVariableOf(text, place) !== undefined)
}
