import { alphabetOf } from './import-order.ts'
import { endedBefore } from './ended-before.ts'
import { insertImportLine } from './import-line.ts'
import { readDialect, type Dialect } from './dialect.ts'
import { insertIntoList } from './list-insertion.ts'
import { isCommonJs, isSameModule, readImports, type ImportedName, type ModuleImport } from './module-imports.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { lineNumber } from './text-lines.ts'
import { declaredNames, editTypeScript, ts } from './typescript-source.ts'
import { UnplacedEdit, type Unplaced } from './unplaced-edit.ts'

export interface ImportToAdd {
  readonly from: string
  /** `openRedis`, `openRedis as open` or `default as redis`. */
  readonly names: readonly string[]
  readonly typeOnly?: boolean
}

/** Imports the names of a module that the file does not import yet, in the file's own module system. */
export function addImport(text: string, what: ImportToAdd): string {
  const typeOnly = what.typeOnly ?? false
  const wanted = what.names.map((name) => readName(name, typeOnly))
  const unplaced: Unplaced = (place) =>
    new UnplacedEdit({
      place,
      instruction: `import ${typeOnly ? 'type ' : ''}{ ${what.names.join(', ')} } from '${what.from}'`,
    })
  return editTypeScript(text, unplaced, (source) => {
    const imports = readImports(source)
    const twins = imports.filter(({ from }) => isSameModule(from, what.from))
    const missing = wanted.filter((name) => !isThere(name, twins))
    if (missing.length === 0) return []
    for (const { local } of missing) assertFree(source, imports, local, unplaced)

    const dialect = readDialect(source)
    const commonJs = isCommonJs(source)
    if (commonJs && typeOnly) throw unplaced('The file is CommonJS, which imports no types')
    const edits = merged(source, twins, missing, dialect)
    if (edits) return edits
    const line = importLine(what.from, missing, typeOnly, commonJs, imports, dialect)
    const edit = insertImportLine(source, imports, what.from, line)
    const ended = commonJs ? endedBefore(line, source.text.slice(edit.end)) : line
    return [insertImportLine(source, imports, what.from, ended)]
  })
}

function readName(name: string, typeOnly: boolean): ImportedName {
  const [imported = name, local = imported] = name.split(/\s+as\s+/)
  return { imported, local, typeOnly }
}

/** A value may serve as a type, and a type may not serve as a value. */
function isThere({ imported, local, typeOnly }: ImportedName, twins: readonly ModuleImport[]): boolean {
  return twins.some(({ names }) =>
    names.some((name) => name.imported === imported && name.local === local && (typeOnly || !name.typeOnly)),
  )
}

function assertFree(source: ts.SourceFile, imports: readonly ModuleImport[], local: string, unplaced: Unplaced): void {
  const taken =
    imports.find(({ names }) => names.some((name) => name.local === local))?.statement ??
    source.statements.find((statement) => declaredNames(statement).includes(local))
  if (!taken) return
  const line = lineNumber(source.text, taken.getStart(source))
  throw unplaced(`The name ${local} is taken on line ${line}`)
}

function merged(
  source: ts.SourceFile,
  twins: readonly ModuleImport[],
  missing: readonly ImportedName[],
  dialect: Dialect,
): TextEdit[] | undefined {
  const typeOnly = missing.every((name) => name.typeOnly)
  const listed = twins.filter(({ list }) => list && (!typeOnly || ts.isNamedImports(list)))
  const host = (typeOnly ? listed.find((one) => one.typeOnly) : undefined) ?? listed.find((one) => !one.typeOnly)
  if (host?.list) return intoList(source, host, host.list, missing, dialect)
  const withDefault = twins.find(({ defaultName }) => defaultName)
  if (!withDefault?.defaultName) return undefined
  const names = missing.map((name) => (name.typeOnly ? `type ${importName(name)}` : importName(name)))
  return [insertion(withDefault.defaultName.end, `, ${braces(names, dialect)}`)]
}

function intoList(
  source: ts.SourceFile,
  host: ModuleImport,
  node: ts.NamedImports | ts.ObjectBindingPattern,
  missing: readonly ImportedName[],
  dialect: Dialect,
): TextEdit[] {
  const elements: readonly (ts.ImportSpecifier | ts.BindingElement)[] = [...node.elements]
  const rest = elements.findIndex((element) => ts.isBindingElement(element) && element.dotDotDotToken)
  const names = elements.map((element) => element.name.getText(source))
  const order = names.length > 1 && rest === -1 ? alphabetOf(names) : undefined
  const list = {
    text: source.text,
    open: node.getStart(source) + 1,
    close: node.end - 1,
    elements: elements.map((element) => ({ start: element.getStart(source), end: element.end })),
    opened: { padding: dialect.spacedBraces ? ' ' : '' },
  }
  const [first] = list.elements
  // It may be about the first name alone, or about all.
  const isCommented = first !== undefined && source.text.slice(list.open, first.start).trim() !== ''
  const places = new Map<number, string[]>()
  for (const name of order ? missing.toSorted((a, b) => order(a.local, b.local)) : missing) {
    const after = order ? names.findLastIndex((other) => order(other, name.local) <= 0) + 1 : names.length
    const index = rest !== -1 ? rest : after === 0 && isCommented ? names.length : after
    const entry = ts.isNamedImports(node) ? importName(name) : requireName(name)
    places.set(index, [...(places.get(index) ?? []), name.typeOnly && !host.typeOnly ? `type ${entry}` : entry])
  }
  return [...places].flatMap(([index, entries]) => insertIntoList(list, index, entries))
}

function importLine(
  from: string,
  names: readonly ImportedName[],
  typeOnly: boolean,
  commonJs: boolean,
  imports: readonly ModuleImport[],
  dialect: Dialect,
): string {
  const { quote } = dialect
  const end = dialect.semicolons ? ';' : ''
  const specifier = quote + from + quote
  if (commonJs)
    return `${declarationKeyword(imports)} ${braces(names.map(requireName), dialect)} = require(${specifier})${end}`
  const [only] = names
  if (names.length === 1 && only?.imported === 'default')
    return `import ${typeOnly ? 'type ' : ''}${only.local} from ${specifier}${end}`
  return `import ${typeOnly ? 'type ' : ''}${braces(names.map(importName), dialect)} from ${specifier}${end}`
}

function importName({ imported, local }: ImportedName): string {
  return imported === local ? local : `${imported} as ${local}`
}

function requireName({ imported, local }: ImportedName): string {
  return imported === local ? local : `${imported}: ${local}`
}

function braces(names: readonly string[], { spacedBraces }: Dialect): string {
  return spacedBraces ? `{ ${names.join(', ')} }` : `{${names.join(', ')}}`
}

/** `var` in a file that requires with `var`. */
function declarationKeyword(imports: readonly ModuleImport[]): string {
  const statement = imports.map((one) => one.statement).findLast(ts.isVariableStatement)
  return /^(var|let)\b/.exec(statement?.getText() ?? '')?.[1] ?? 'const'
}
