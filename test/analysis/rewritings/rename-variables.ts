import ts from 'typescript'
import { eachFile } from './rewriting.ts'
import { edited, nodesOf, parse, type Edit } from './syntax.ts'

/** Gives each variable, parameter and function of a file another name; what it exports keeps its own outside. */
export const renameVariables = eachFile((text, file) => {
  const service = serviceFor(file, text)
  const source = parse(file, text)
  const edits = new Map<number, Edit>()
  let count = 0
  for (const node of nodesOf(source)) {
    if (!ts.isIdentifier(node) || !isRenamable(node)) continue
    const name = `renamed${++count}`
    const places = service.findRenameLocations(file, node.getStart(), false, false, {
      providePrefixAndSuffixTextForRename: true,
    })
    for (const { textSpan, prefixText = '', suffixText = '' } of places ?? [])
      edits.set(textSpan.start, {
        start: textSpan.start,
        end: textSpan.start + textSpan.length,
        text: `${prefixText}${name}${suffixText}`,
      })
  }
  service.dispose()
  return edited(text, [...edits.values()])
})

function isRenamable(name: ts.Identifier): boolean {
  const { parent } = name
  const isLocal =
    (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isFunctionDeclaration(parent)) &&
    parent.name === name
  return isLocal && !isExported(parent) && name.text !== 'this'
}

function isExported(declaration: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).length > 0 && !ts.isParameter(declaration)
    ? (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : ts.isParameter(declaration) && (ts.getModifiers(declaration) ?? []).length > 0
}

function serviceFor(file: string, text: string): ts.LanguageService {
  return ts.createLanguageService({
    getCompilationSettings: () => ({ allowJs: true, noLib: true, noResolve: true, module: ts.ModuleKind.ESNext }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (name === file ? ts.ScriptSnapshot.fromString(text) : undefined),
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => 'lib.d.ts',
    fileExists: (name) => name === file,
    readFile: (name) => (name === file ? text : undefined),
  })
}
