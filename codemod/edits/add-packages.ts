import { behindByteOrderMark } from './byte-order-mark.ts'
import { alphabetOf } from './import-order.ts'
import { readDialect } from './dialect.ts'
import { insertIntoList, type List } from './list-insertion.ts'
import { applyEdits, type TextEdit } from './text-edits.ts'
import { parseJson, ts } from './typescript-source.ts'
import { UnplacedEdit } from './unplaced-edit.ts'

type Section = 'dependencies' | 'devDependencies'
type Versions = Readonly<Record<string, string>>

export type PackagesToAdd = Readonly<Partial<Record<Section, Versions>>>

const sections: readonly Section[] = ['dependencies', 'devDependencies']

/** What follows the sections in the order that package.json files mostly have. */
const followers: Record<Section, readonly string[]> = {
  dependencies: ['optionalDependencies', 'devDependencies', 'peerDependencies'],
  devDependencies: ['peerDependencies'],
}

/** Adds packages to a package.json; a package that is there keeps its version. */
export function addPackages(text: string, what: PackagesToAdd): string {
  return behindByteOrderMark(text, (text) =>
    sections.reduce((result, section) => addToSection(result, section, what[section] ?? {}), text),
  )
}

function addToSection(text: string, section: Section, versions: Versions): string {
  const unplaced = (place: string) =>
    new UnplacedEdit({ place, instruction: `add to "${section}": ${JSON.stringify(versions)}` })
  const root = parseJson(text)
  if (!root) throw unplaced('The package.json does not parse')
  const missing = Object.entries(versions).filter(([name]) => !isThere(root, section, name))
  if (missing.length === 0) return text

  const value = propertyOf(root, section)?.initializer
  if (value && !ts.isObjectLiteralExpression(value)) throw unplaced(`"${section}" is not an object`)
  const { indent } = readDialect(root.getSourceFile())
  const entries = missing.map(([name, version]) => [name, versionIn(root, name) ?? version] as const)
  const edits = value ? intoSection(text, value, entries, indent) : newSection(text, root, section, entries, indent)
  return applyEdits(text, edits)
}

/** A tool that is only asked for in development may as well be there for production. */
function isThere(root: ts.ObjectLiteralExpression, section: Section, name: string): boolean {
  const places = section === 'dependencies' ? [section, 'optionalDependencies'] : [...sections, 'optionalDependencies']
  return places.some((place) => versionOf(root, place, name) !== undefined)
}

function versionIn(root: ts.ObjectLiteralExpression, name: string): string | undefined {
  return sections.map((section) => versionOf(root, section, name)).find((version) => version !== undefined)
}

function versionOf(root: ts.ObjectLiteralExpression, section: string, name: string): string | undefined {
  const packages = propertyOf(root, section)?.initializer
  const version = packages && ts.isObjectLiteralExpression(packages) ? propertyOf(packages, name) : undefined
  return version && ts.isStringLiteral(version.initializer) ? version.initializer.text : undefined
}

function intoSection(
  text: string,
  value: ts.ObjectLiteralExpression,
  entries: readonly (readonly [string, string])[],
  indent: string,
): TextEdit[] {
  const names = value.properties.map(keyOf)
  const order = alphabetOf(names)
  const places = new Map<number, string[]>()
  for (const [name, version] of order ? [...entries].sort(([a], [b]) => order(a, b)) : entries) {
    const index = order ? names.findLastIndex((other) => order(other, name) <= 0) + 1 : names.length
    places.set(index, [...(places.get(index) ?? []), entry(name, version)])
  }
  const list = listOf(text, value, indent + indent)
  return [...places].flatMap(([index, lines]) => insertIntoList(list, index, lines))
}

function newSection(
  text: string,
  root: ts.ObjectLiteralExpression,
  section: Section,
  entries: readonly (readonly [string, string])[],
  indent: string,
): TextEdit[] {
  const keys = root.properties.map(keyOf)
  const lines = [...entries].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([name, version]) => entry(name, version))
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const separator = eol + indent + indent
  const value = text.trim().includes('\n')
    ? `{${separator}${lines.join(`,${separator}`)}${eol}${indent}}`
    : `{ ${lines.join(', ')} }`
  const predecessor = section === 'devDependencies' ? keys.indexOf('dependencies') + 1 : 0
  const follower = keys.findIndex((key) => followers[section].includes(key))
  const index = predecessor > 0 ? predecessor : follower === -1 ? keys.length : follower
  return insertIntoList(listOf(text, root, indent), index, [`${JSON.stringify(section)}: ${value}`])
}

function listOf(text: string, node: ts.ObjectLiteralExpression, indentation: string): List {
  return {
    text,
    open: node.getStart() + 1,
    close: node.end - 1,
    elements: node.properties.map((property) => ({ start: property.getStart(), end: property.end })),
    opened: { indentation, trailingComma: false },
  }
}

function entry(name: string, version: string): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(version)}`
}

function propertyOf(node: ts.ObjectLiteralExpression, key: string): ts.PropertyAssignment | undefined {
  return node.properties.filter(ts.isPropertyAssignment).find((property) => keyOf(property) === key)
}

function keyOf(property: ts.ObjectLiteralElementLike): string {
  return property.name && ts.isStringLiteral(property.name) ? property.name.text : ''
}
