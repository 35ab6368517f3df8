import type { Program } from 'oxc-parser'

const CALL = /\b((?:this\.)?[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)*)\.(?:fatal|error|warn|info|log|debug)\(/gi
const LOGGER = /^(?:[\w$]+\.)?\w*log(?:ger)?$/i

/** How this file says that something failed: by the logger that it uses, and that all of it sees; else by the console. */
export function loggingIn(text: string, program: Program | undefined): string {
  const known = new Set(program?.body.flatMap(namesOf))
  for (const [, logger = ''] of text.matchAll(CALL)) {
    const [root = ''] = logger.split('.')
    if (LOGGER.test(logger) && known.has(root)) return `${logger}.error(error)`
  }
  return 'console.error(error)'
}

// import { logger } from './logger.js', const logger = pino()
function namesOf(statement: Program['body'][number]): string[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name)
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id }) => {
    if (id.type === 'Identifier') return [id.name]
    if (id.type !== 'ObjectPattern') return []
    return id.properties.flatMap((each) =>
      each.type === 'Property' && each.value.type === 'Identifier' ? [each.value.name] : [],
    )
  })
}
