import { isMap, parseAllDocuments, type Document } from 'yaml'
import { applyEdits } from './text-edits.ts'
import { behindByteOrderMark } from './byte-order-mark.ts'
import { lineEnding } from './text-lines.ts'
import { UnplacedEdit, type Unplaced } from './unplaced-edit.ts'
import { directiveEdits, withoutDirectives } from './yaml-directives.ts'
import { mergeEdits, type YamlSource } from './yaml-merge.ts'

/**
 * Merges a fragment into a YAML file: maps by key, lists of objects by `name`, other lists append what is not there.
 * What the file says stays, but for what the fragment marks `!override` or `!reset`, as in a Compose file.
 */
export function mergeYaml(text: string, fragmentText: string): string {
  const fragments = fragmentText
    .split(/^---[ \t]*\r?\n/m)
    .filter((part) => readDocuments(part).some(({ contents }) => contents !== null))
  return behindByteOrderMark(text, (text) => fragments.reduce(mergeDocument, text))
}

function mergeDocument(text: string, fragmentText: string): string {
  const unplaced: Unplaced = (place) =>
    new UnplacedEdit({ place, instruction: `merge in\n${withoutDirectives(fragmentText).trimEnd()}` })
  const marked = readFragment(fragmentText)
  const target = findDocument(text, marked, unplaced)
  if (!target) return appendDocument(text, withoutDirectives(fragmentText))
  const cleared = applyEdits(text, directiveEdits(target, marked, unplaced))

  const fragment = readFragment(withoutDirectives(fragmentText))
  const place = findDocument(cleared, fragment, unplaced)
  if (!place) return text
  const result = applyEdits(cleared, mergeEdits(place, fragment, unplaced))
  if (hasErrors(readDocuments(result))) throw unplaced('With the fragment the file would not parse')
  return result
}

function readFragment(text: string): YamlSource {
  const documents = readDocuments(text)
  const [document] = documents
  if (!document || hasErrors(documents) || !isMap(document.contents)) throw new TypeError(`Not a YAML map: ${text}`)
  return { text, document, root: document.contents }
}

/** The document that the fragment is for; none if there is none yet. */
function findDocument(text: string, fragment: YamlSource, unplaced: Unplaced): YamlSource | undefined {
  const documents = readDocuments(text)
  if (hasErrors(documents)) throw unplaced('The file does not parse')
  const written = documents.filter(({ contents }) => contents !== null)
  if (written.length === 0) return undefined
  const wanted = identity(fragment.document)
  const found = written.filter((document) => {
    const { kind, name } = identity(document)
    return (wanted.kind ?? kind) === kind && (wanted.name ?? name) === name
  })
  const [document] = found
  if (!document && wanted.kind !== undefined && wanted.name !== undefined) return undefined
  if (!document || found.length > 1) throw unplaced(`${found.length} of ${written.length} documents match the fragment`)
  if (!isMap(document.contents)) throw unplaced('The document is not a map')
  return { text, document, root: document.contents }
}

/** What names a Kubernetes object. */
function identity(document: Document.Parsed): { kind?: unknown; name?: unknown } {
  if (!isMap(document.contents)) return {}
  const kind = document.get('kind')
  return kind === undefined ? {} : { kind, name: document.getIn(['metadata', 'name']) }
}

function appendDocument(text: string, fragmentText: string): string {
  const eol = lineEnding(text)
  const added = fragmentText.trim().replaceAll(/\r?\n/g, eol)
  if (text.trim() === '') return added + eol
  const isWritten = readDocuments(text).some(({ contents }) => contents !== null)
  const end = text.trimEnd().length
  return text.slice(0, end) + eol + (isWritten ? `---${eol}` : '') + added + text.slice(end)
}

function readDocuments(text: string): Document.Parsed[] {
  const documents = parseAllDocuments(text)
  return Array.isArray(documents) ? documents : []
}

function hasErrors(documents: readonly Document.Parsed[]): boolean {
  return documents.some(({ errors }) => errors.length > 0)
}
