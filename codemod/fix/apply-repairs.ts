import { addImport, applyEdits, lineEnding, UnplacedEdit, type ImportToAdd, type TextEdit } from '../edits/index.ts'
import type { FileChange, Repair } from '../recipes/index.ts'

/** The repairs that can be made side by side; the others meet one of them, and wait for the next round. */
export function compatible<T extends { readonly repair: Repair }>(all: readonly T[]): T[] {
  const taken = new Map<string, TextEdit[]>()
  const chosen: T[] = []
  for (const each of all) {
    const { changes } = each.repair
    if (
      changes.some(({ file, edits }) =>
        edits.some((edit) => (taken.get(file) ?? []).some((other) => meets(edit, other))),
      )
    )
      continue
    chosen.push(each)
    for (const { file, edits } of changes) taken.set(file, [...(taken.get(file) ?? []), ...edits])
  }
  return chosen
}

/** Equal edits are one: two findings that one line puts right. */
function meets(one: TextEdit, other: TextEdit): boolean {
  if (isSame(one, other)) return false
  if (one.start === other.start || one.end === other.end) return true
  return one.start < other.end && other.start < one.end
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text
}

/**
 * The texts after the repairs, those that were edited before among them.
 * @throws {UnplacedEdit} when an import can not be added
 */
export function applyRepairs(
  edited: ReadonlyMap<string, string>,
  repairs: readonly Repair[],
  textOf: (file: string) => string,
): Map<string, string> {
  const result = new Map(edited)
  for (const { files } of repairs) for (const [file, text] of files) result.set(file, text)
  const changes = Map.groupBy(
    repairs.flatMap((repair) => repair.changes),
    ({ file }) => file,
  )
  for (const [file, of] of changes) result.set(file, changed(textOf(file), of))
  return result
}

function changed(text: string, changes: readonly FileChange[]): string {
  const edits: TextEdit[] = []
  for (const edit of changes.flatMap((change) => change.edits))
    if (!edits.some((other) => isSame(edit, other))) edits.push(edit)
  let result = applyEdits(text, edits.map(inLinesOf(text)))
  for (const wanted of changes.flatMap(({ imports }) => imports)) result = withImport(result, wanted)
  return result
}

/** With the line endings of the file. */
function inLinesOf(text: string): (edit: TextEdit) => TextEdit {
  const eol = lineEnding(text)
  return (edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, eol) })
}

function withImport(text: string, wanted: ImportToAdd): string {
  const result = addImport(text, wanted)
  // What is imported there is there already, as the name is.
  if (result === text && !wanted.names.every((name) => text.includes(name)))
    throw new UnplacedEdit({ place: 'The import has no place', instruction: `import ${wanted.names.join(', ')}` })
  return result
}
