import { readDialect, type Dialect } from './dialect.ts'
import { inDialect } from './in-dialect.ts'
import { insertIntoList } from './list-insertion.ts'
import { indentationAt } from './text-lines.ts'
import { editTypeScript, ts } from './typescript-source.ts'
import { UnplacedEdit, type Unplaced } from './unplaced-edit.ts'
import { findConfigObject, propertyNames, zodName } from './zod-object.ts'

export interface ConfigEntry {
  readonly key: string
  /** The expression of its schema, with zod as `z`. */
  readonly initializer: string
}

/** Adds a property to the zod object of the file's `Config`. */
export function addConfigEntry(text: string, { key, initializer }: ConfigEntry): string {
  const unplaced: Unplaced = (place) =>
    new UnplacedEdit({ place, instruction: `add to the object that \`Config\` is made of: ${key}: ${initializer}` })
  return editTypeScript(text, unplaced, (source) => {
    const found = findConfigObject(source)
    if (!found) throw unplaced('No `z.object({ … })` was found that `Config` or `readConfig` uses')
    if (found.literals.some((literal) => propertyNames(literal, source).includes(key))) return []
    const z = zodName(source)
    if (z === undefined) throw unplaced('The file does not import `z` from zod')

    const { literal } = found
    const dialect = readDialect(source)
    const indentation = indentationAt(source.text, (literal.properties[0] ?? literal).getStart(source))
    const value = expressionInDialect(initializer, dialect, indentation, z)
    const list = {
      text: source.text,
      open: literal.getStart(source) + 1,
      close: literal.end - 1,
      elements: literal.properties.map((property) => ({ start: property.getStart(source), end: property.end })),
      opened: { indentation: indentation + dialect.indent, trailingComma: dialect.trailingCommas },
    }
    return insertIntoList(list, list.elements.length, [`${keyInStyle(key, literal, dialect)}: ${value}`])
  })
}

function expressionInDialect(expression: string, dialect: Dialect, indentation: string, z: string): string {
  const names = new Map(z === 'z' ? [] : [['z', z] as const])
  // In parentheses an object is an expression, and not a block.
  const statement = inDialect(`(${expression})`, { ...dialect, semicolons: false }, { indentation, names })
  return statement.slice(1, -1)
}

function keyInStyle(key: string, { properties }: ts.ObjectLiteralExpression, { quote }: Dialect): string {
  const allQuoted = properties.length > 0 && properties.every(({ name }) => name && ts.isStringLiteral(name))
  return allQuoted || !/^[A-Za-z_$][\w$]*$/.test(key) ? quote + key + quote : key
}
