import { readDialect, type Dialect } from './dialect.ts'
import { isCommonJs, readImports } from './module-imports.ts'
import { parseTypeScript } from './typescript-source.ts'

/** How a file is written, as far as a file beside it would be written the same. */
export interface ModuleStyle {
  readonly isCommonJs: boolean
  readonly dialect: Dialect
  /** What its relative imports end with: `.js`, or nothing; undefined where it has none. */
  readonly importExtension: string | undefined
}

export function readModuleStyle(text: string): ModuleStyle | undefined {
  const source = parseTypeScript(text)
  if (!source) return undefined
  const relatives = readImports(source).flatMap(({ from }) => (/^\.{1,2}\//.test(from) ? [from] : []))
  const extensions = relatives.map((from) => /\.[cm]?[jt]s$/.exec(from)?.[0] ?? '')
  return {
    isCommonJs: isCommonJs(source),
    dialect: readDialect(source),
    importExtension: extensions.find((extension) => extension !== '') ?? extensions[0],
  }
}
