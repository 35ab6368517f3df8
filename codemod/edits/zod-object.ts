import { readImports, type ModuleImport } from './module-imports.ts'
import { boundNames, descendants, ts, unwrap } from './typescript-source.ts'

interface ZodObject {
  /** Where a property is added. */
  readonly literal: ts.ObjectLiteralExpression
  /** All literals that make up the object, also those of other schemas that it extends. */
  readonly literals: readonly ts.ObjectLiteralExpression[]
}

const makers = new Set(['object', 'strictObject', 'looseObject', 'extend', 'safeExtend'])

/** The object that the file's `Config` or `readConfig` is made of. */
export function findConfigObject(source: ts.SourceFile): ZodObject | undefined {
  const variables = topLevelVariables(source)
  const isZod = zodCalls(readImports(source))
  for (const root of roots(source, variables)) {
    const found = literalsOf(root, variables, isZod)
    const literals: readonly ts.ObjectLiteralExpression[] = [...found.own, ...found.borrowed]
    const literal = literals.at(0)
    if (literal) return { literal, literals }
  }
  return undefined
}

/** The name by which the file calls zod. */
export function zodName(source: ts.SourceFile): string | undefined {
  const names = readImports(source)
    .filter(({ from }) => isZodModule(from))
    .flatMap((one) => one.names)
  return names.find(({ imported, typeOnly }) => !typeOnly && /^(z|\*|default)$/.test(imported))?.local
}

/** The properties that a literal has, also those that it spreads from literals of the file. */
export function propertyNames(literal: ts.ObjectLiteralExpression, source: ts.SourceFile): string[] {
  const variables = topLevelVariables(source)
  const isZod = zodCalls(readImports(source))
  return literal.properties.flatMap((property) => {
    if (!ts.isSpreadAssignment(property)) return [keyText(property.name)]
    const spread = unwrap(property.expression)
    // ...Base.shape
    const value = ts.isPropertyAccessExpression(spread) ? spread.expression : spread
    const initializer = ts.isIdentifier(value) ? variables.get(value.text) : value
    if (!initializer || initializer === literal) return []
    if (ts.isObjectLiteralExpression(initializer)) return propertyNames(initializer, source)
    const { own, borrowed } = literalsOf(initializer, variables, isZod)
    return [...own, ...borrowed].flatMap((one) => (one === literal ? [] : propertyNames(one, source)))
  })
}

function keyText(name: ts.PropertyName): string {
  return ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText()
}

interface Literals {
  readonly own: ts.ObjectLiteralExpression[]
  readonly borrowed: ts.ObjectLiteralExpression[]
}

type Variables = ReadonlyMap<string, ts.Expression>
type IsZod = (callee: ts.Expression) => boolean

function literalsOf(expression: ts.Expression, variables: Variables, isZod: IsZod, seen = new Set<string>()): Literals {
  const bare = unwrap(expression)
  if (ts.isIdentifier(bare)) {
    const value = seen.has(bare.text) ? undefined : variables.get(bare.text)
    if (!value) return { own: [], borrowed: [] }
    const { own, borrowed } = literalsOf(value, variables, isZod, seen.add(bare.text))
    return { own: [], borrowed: [...own, ...borrowed] }
  }
  if (!ts.isCallExpression(bare)) return { own: [], borrowed: [] }
  const callee = unwrap(bare.expression)
  const inner = ts.isPropertyAccessExpression(callee) ? literalsOf(callee.expression, variables, isZod, seen) : none()
  const made = madeOf(bare, callee, variables, isZod)
  // z.preprocess(clean, z.object({}))
  const nested = made.length > 0 ? [] : bare.arguments.filter((one) => ts.isCallExpression(unwrap(one)))
  const below = nested.map((one) => literalsOf(one, variables, isZod, seen))
  return {
    own: [...inner.own, ...made, ...below.flatMap(({ own }) => own)],
    borrowed: [...inner.borrowed, ...below.flatMap(({ borrowed }) => borrowed)],
  }
}

function none(): Literals {
  return { own: [], borrowed: [] }
}

function madeOf(
  call: ts.CallExpression,
  callee: ts.Expression,
  variables: Variables,
  isZod: IsZod,
): ts.ObjectLiteralExpression[] {
  const isExtension = ts.isPropertyAccessExpression(callee) && /^(extend|safeExtend)$/.test(callee.name.text)
  const [argument] = call.arguments
  if (!argument || !(isExtension || isZod(callee))) return []
  const bare = unwrap(argument)
  const value = ts.isIdentifier(bare) ? variables.get(bare.text) : bare
  const shape = value && unwrap(value)
  return shape && ts.isObjectLiteralExpression(shape) ? [shape] : []
}

function zodCalls(imports: readonly ModuleImport[]): IsZod {
  const names = imports.filter(({ from }) => isZodModule(from)).flatMap((one) => one.names)
  return (callee) => {
    if (ts.isIdentifier(callee))
      return names.some(({ local, imported }) => local === callee.text && makers.has(imported))
    if (!ts.isPropertyAccessExpression(callee) || !makers.has(callee.name.text)) return false
    const { expression } = callee
    return ts.isIdentifier(expression) && names.some(({ local }) => local === expression.text)
  }
}

function isZodModule(from: string): boolean {
  return /(^|[/@-])zod\b/.test(from)
}

/** `Config` by whatever name it has inside the file, and what `readConfig` reads, in the order of its text. */
function roots(source: ts.SourceFile, variables: Variables): ts.Expression[] {
  const value = variables.get(localName(source, 'Config'))
  const readConfig = localName(source, 'readConfig')
  const reader =
    variables.get(readConfig) ??
    source.statements.find((one) => ts.isFunctionDeclaration(one) && one.name?.text === readConfig)
  const read = reader
    ? [...descendants(reader)].filter((node) => ts.isCallExpression(node) || ts.isIdentifier(node))
    : []
  return [...(value ? [value] : []), ...read]
}

/** export { schema as Config } */
function localName(source: ts.SourceFile, exported: string): string {
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) continue
    if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) continue
    const specifier = statement.exportClause.elements.find(({ name }) => name.text === exported)
    if (specifier) return (specifier.propertyName ?? specifier.name).text
  }
  return exported
}

function topLevelVariables(source: ts.SourceFile): Map<string, ts.Expression> {
  const variables = new Map<string, ts.Expression>()
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer) for (const one of boundNames(name)) variables.set(one, initializer)
  }
  return variables
}
