import ts from 'typescript'
import { eachFile } from './rewriting.ts'
import { edited, parse } from './syntax.ts'

/** Turns the order of neighbouring imports round, and that of neighbouring functions, which are hoisted. */
export const reorderFunctions = eachFile((text, file) => {
  const { statements } = parse(file, text)
  const runs: ts.Statement[][] = []
  for (const statement of statements) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === statement.kind) last.push(statement)
    else runs.push([statement])
  }
  const edits = runs
    .filter(([first]) => first && (ts.isImportDeclaration(first) || ts.isFunctionDeclaration(first)))
    // A semicolon that begins the next statement ends this one.
    .filter((run) => !run.some((statement) => statement.getText().endsWith('\n;')))
    .flatMap((run) => {
      const turned = [...run].reverse()
      return run.map((statement, index) => ({
        start: statement.getStart(),
        end: statement.end,
        text: turned[index]?.getText() ?? '',
      }))
    })
  return edited(text, edits)
})
