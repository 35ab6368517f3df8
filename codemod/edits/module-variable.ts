import { callAt } from './call-at.ts'
import { holderOf } from './held-value.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

export interface ModuleVariable {
  readonly name: string
  /** It holds the same from its line on. */
  readonly isConstant: boolean
  /** `export const pool` */
  readonly isExported: boolean
}

/** The variable of the module, if any, that holds what the call at these offsets gives. */
export function moduleVariableOf(
  text: string,
  place: { readonly start: number; readonly end: number },
): ModuleVariable | undefined {
  const source = parseTypeScript(text)
  const call = source && callAt(source, place)
  const holder = call && holderOf(call)
  const declaration = source && holder?.by === 'name' ? declarationOf(source, holder.name) : undefined
  if (holder?.by !== 'name' || !declaration) return undefined
  const { parent: list } = declaration
  const isExported = ts.getModifiers(list.parent)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
  return { name: holder.name, isConstant: (list.flags & ts.NodeFlags.Const) !== 0, isExported }
}

function declarationOf(source: ts.SourceFile, name: string) {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      const { parent } = declaration
      if (!ts.isIdentifier(declaration.name) || declaration.name.text !== name || !ts.isVariableDeclarationList(parent))
        continue
      if (ts.isVariableStatement(parent.parent)) return { parent: { flags: parent.flags, parent: parent.parent } }
    }
  }
  return undefined
}
