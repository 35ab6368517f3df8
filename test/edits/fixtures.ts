import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  addConfigEntry,
  addEnvLines,
  addImport,
  addPackages,
  insertIntoRun,
  mergeYaml,
  type ConfigEntry,
  type ImportToAdd,
  type PackagesToAdd,
  type StatementsToInsert,
} from '../../codemod/edits/index.ts'

type Edit = (text: string) => string

export interface Fixture {
  readonly name: string
  readonly extension: string
  readonly input: string
  /** None where the edit is refused. */
  readonly output: string | undefined
  readonly edit: Edit
  /** The lines of the input that the edit writes into; all others survive. */
  readonly touches: readonly string[]
  /** Whether the edit takes something away. */
  readonly removes: boolean
  readonly unplaced: { readonly place: string; readonly instruction: string } | undefined
}

type What = ImportToAdd & StatementsToInsert & ConfigEntry & PackagesToAdd

const folder = new URL('fixtures/', import.meta.url)

/** Each verb with what is written beside the input: in what.json, or as a fragment. */
const verbs: Record<string, (what: What, fragment: string) => Edit> = {
  'add-import': (what) => (text) => addImport(text, what),
  'insert-into-run': (what) => (text) => insertIntoRun(text, what),
  'add-config-entry': (what) => (text) => addConfigEntry(text, what),
  'add-packages': (what) => (text) => addPackages(text, what),
  'merge-yaml': (_, fragment) => (text) => mergeYaml(text, fragment),
  'add-env-lines': (_, fragment) => (text) => addEnvLines(text, fragment),
}

export const verbNames = Object.keys(verbs)

export function readFixtures(verb: string): Fixture[] {
  return readdirSync(new URL(`${verb}/`, folder)).map((name) => readFixture(verb, name))
}

function readFixture(verb: string, name: string): Fixture {
  const place = new URL(`${verb}/${name}/`, folder)
  const files = readdirSync(place)
  const extension = /^input\.(.*)$/m.exec(files.join('\n'))?.[1] ?? ''
  const read = (file: string) => {
    const url = new URL(file, place)
    return existsSync(url) ? readFileSync(url, 'utf8') : undefined
  }
  const description = JSON.parse(read('what.json') ?? '{}') as Partial<Fixture> & { what: What }
  const verbOf = verbs[verb]
  if (!verbOf) throw new Error(`No verb is named ${verb}`)
  return {
    name,
    extension,
    input: read(`input.${extension}`) ?? '',
    output: read(`output.${extension}`),
    edit: verbOf(description.what, read(`fragment.${extension}`) ?? ''),
    touches: description.touches ?? [],
    removes: description.removes ?? false,
    unplaced: description.unplaced,
  }
}
