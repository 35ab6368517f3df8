import type { BindingPattern, Directive, FormalParameterRest, Statement } from 'oxc-parser'
import { declare, type Builder } from './builder.ts'
import { noteMaker, noteRequire } from './create-require.ts'

type Named = BindingPattern | FormalParameterRest

/** Declares what is visible in a whole block before its first statement: let, const, classes, functions, imports, types. */
export function declareBlock(b: Builder, statements: readonly (Statement | Directive)[]): void {
  // Imports are there before all else, wherever they stand.
  for (const each of statements) if (each.type === 'ImportDeclaration') declareStatement(b, each)
  for (const each of statements) if (each.type !== 'ImportDeclaration') declareStatement(b, each)
}

function declareStatement(b: Builder, statement: Statement | Directive): void {
  switch (statement.type) {
    case 'VariableDeclaration':
      for (const { id, init } of statement.declarations) {
        declarePattern(b, id)
        if (init) noteRequire(b, id, init)
      }
      return
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSImportEqualsDeclaration':
      if (statement.id) declare(b, statement.id.name)
      return
    case 'TSModuleDeclaration':
      if (statement.id.type === 'Identifier') declare(b, statement.id.name)
      return
    case 'ImportDeclaration':
      for (const each of statement.specifiers) {
        declare(b, each.local.name)
        if (each.type === 'ImportSpecifier' && each.imported.type === 'Identifier')
          noteMaker(b, statement.source.value, each.imported.name, each.local.name)
      }
      return
    case 'ExportNamedDeclaration':
      if (statement.declaration) declareStatement(b, statement.declaration)
      return
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement
      if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id)
        declare(b, declaration.id.name)
      return
    }
    default:
  }
}

export function declarePattern(b: Builder, pattern: Named): void {
  switch (pattern.type) {
    case 'Identifier':
      declare(b, pattern.name)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties)
        declarePattern(b, property.type === 'RestElement' ? property.argument : property.value)
      return
    case 'ArrayPattern':
      for (const element of pattern.elements)
        if (element) declarePattern(b, element.type === 'RestElement' ? element.argument : element)
      return
    case 'AssignmentPattern':
      declarePattern(b, pattern.left)
      return
    case 'RestElement':
      declarePattern(b, pattern.argument)
  }
}

/** Declares the `var`s of a function, wherever in it they stand. */
export function declareVars(b: Builder, statements: readonly (Statement | Directive)[]): void {
  for (const statement of statements) declareVarsOf(b, statement)
}

function declareVarsOf(b: Builder, statement: Statement | Directive | null): void {
  switch (statement?.type) {
    case 'VariableDeclaration':
      if (statement.kind === 'var') for (const { id } of statement.declarations) declarePattern(b, id)
      return
    case 'BlockStatement':
      declareVars(b, statement.body)
      return
    case 'IfStatement':
      declareVarsOf(b, statement.consequent)
      declareVarsOf(b, statement.alternate)
      return
    case 'ForStatement':
      if (statement.init?.type === 'VariableDeclaration') declareVarsOf(b, statement.init)
      declareVarsOf(b, statement.body)
      return
    case 'ForInStatement':
    case 'ForOfStatement':
      if (statement.left.type === 'VariableDeclaration') declareVarsOf(b, statement.left)
      declareVarsOf(b, statement.body)
      return
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      declareVarsOf(b, statement.body)
      return
    case 'TryStatement':
      declareVars(b, statement.block.body)
      if (statement.handler) declareVars(b, statement.handler.body.body)
      if (statement.finalizer) declareVars(b, statement.finalizer.body)
      return
    case 'SwitchStatement':
      for (const { consequent } of statement.cases) declareVars(b, consequent)
      return
    case 'ExportNamedDeclaration':
      if (statement.declaration?.type === 'VariableDeclaration') declareVarsOf(b, statement.declaration)
      return
    default:
  }
}
