import type { Dialect } from './dialect.ts'
import { inDialect } from './in-dialect.ts'
import { plainAssignments } from './plain-assignments.ts'
import { splitTypeImports } from './split-type-imports.ts'
import { stripTypes } from './strip-types.ts'
import { applyEdits, type TextEdit } from './text-edits.ts'
import { toCommonJs } from './to-common-js.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

/** How a repository writes its modules. */
export interface Language {
  readonly language: 'ts' | 'js'
  /** What runs: TypeScript for `cjs` is written with `import`, and compiled to `require`. */
  readonly modules: 'esm' | 'cjs'
  /** What its relative imports end with. */
  readonly importExtensions: '.ts' | '.js' | '.mjs' | '.cjs' | 'none'
  readonly dialect: Dialect
  /** Whether the compiler gives a CommonJS module a default export, for TypeScript that is compiled to CommonJS. */
  readonly esModuleInterop?: boolean
  /** Leaves the types unchecked: for a compiler, or types of Node's, that are too old for them. */
  readonly noCheck?: boolean
}

/** A module of ours, written in TypeScript with ES modules and `.ts` in its imports, in another language and dialect. */
export function inLanguage(text: string, language: Language): string {
  const { dialect } = language
  const imported = edit(text, (source) => source.statements.flatMap((each) => extension(each, source, language)))
  const [code, isChecked] =
    language.language === 'js' ? [inJavaScript(imported, language), true] : inTypeScript(imported, language)
  const written = inDialect(code, dialect)
  return isChecked ? written : `// @ts-nocheck${dialect.eol}${written}`
}

function inJavaScript(text: string, { modules }: Language): string {
  const stripped = stripTypes(text)
  return modules === 'cjs' ? toCommonJs(stripped) : stripped
}

function inTypeScript(text: string, { modules, esModuleInterop = true, noCheck = false }: Language): [string, boolean] {
  const code = noCheck
    ? edit(text, (source) => [
        ...source.statements.flatMap((each) => splitTypeImports(each, source)),
        ...plainAssignments(source),
      ])
    : text
  if (modules === 'esm' || esModuleInterop) return [code, !noCheck]
  // `import cluster from 'node:cluster'` would be undefined there, and the types know of nothing else.
  const namespaced = edit(code, (source) => source.statements.flatMap(defaultImport))
  return [namespaced, !noCheck && namespaced === code]
}

function extension(statement: ts.Statement, source: ts.SourceFile, { importExtensions }: Language): TextEdit[] {
  const from =
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined
  if (!from || !/^\..*\.ts$/.test(from.getText(source).slice(1, -1))) return []
  const end = from.end - 1
  return [{ start: end - '.ts'.length, end, text: importExtensions === 'none' ? '' : importExtensions }]
}

function defaultImport(statement: ts.Statement): TextEdit[] {
  const name = ts.isImportDeclaration(statement) ? statement.importClause?.name : undefined
  return name ? [{ start: name.getStart(), end: name.end, text: `* as ${name.text}` }] : []
}

function edit(text: string, locate: (source: ts.SourceFile) => readonly TextEdit[]): string {
  const source = parseTypeScript(text)
  if (!source) throw new TypeError('Not TypeScript')
  return applyEdits(text, locate(source))
}
