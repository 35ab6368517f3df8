import { importersIn, type Survey } from './survey.ts'

/** `export * from`, `export { LabelPrinter } from`, and what is imported and exported by its name. */
const PASSES_ON = /\bexport\s*(?:\*|\{)|\bmodule\.exports\b/

/** The files that import what says itself what is to be released, by way of files that pass it on: there it is used. */
export function usersOfDescribed(
  { imports, describing }: Survey,
  textOf: (file: string) => string,
): ReadonlySet<string> {
  const importersOf = importersIn(imports)
  const users = new Set<string>()
  const passing = new Set(describing)
  for (const file of passing)
    for (const importer of importersOf(file)) {
      users.add(importer)
      if (PASSES_ON.test(textOf(importer))) passing.add(importer)
    }
  return users
}
