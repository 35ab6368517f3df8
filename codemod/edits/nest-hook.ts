import { callAt } from './call-at.ts'
import { insertIntoBlock } from './block-insertion.ts'
import { readDialect, type Dialect } from './dialect.ts'
import { holderOf } from './held-value.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, lineStart } from './text-lines.ts'
import { parseTypeScript, ts } from './typescript-source.ts'

export interface HookOfClass {
  /** The call that acquires it. */
  readonly start: number
  readonly end: number
  /** Offsets of releases that the project has written. */
  readonly written: readonly number[]
  /** How it is let go, by what it is called there. */
  readonly release: { readonly write: (it: string) => string; readonly usesIt: boolean; readonly isAwaited: boolean }
  /** The interface to name, where it can be imported. */
  readonly isInterfaceKnown: boolean
}

const HOOK = 'onApplicationShutdown'
const HOOKS = [HOOK, 'onModuleDestroy', 'beforeApplicationShutdown']

/** Releases what a method or a field of a class acquires in the hook that Nest runs once the server has closed. */
export function nestHook(text: string, hook: HookOfClass): TextEdit[] | undefined {
  const source = parseTypeScript(text)
  const call = source && callAt(source, hook)
  const cls = call && ts.findAncestor(call, ts.isClassDeclaration)
  if (!source || !cls) return undefined
  const act = actOf(source, cls, call, hook)
  if (act === undefined) return undefined
  return hookInto(source, cls, `${hook.release.isAwaited || act.isMethod ? 'await ' : ''}${act.expression}`, hook)
}

export interface HookOfRoot {
  /** What the class is called. */
  readonly name: string
  /** What lets go of it by itself, and no name of it is needed: `await close()`. */
  readonly act: string
  readonly isInterfaceKnown: boolean
}

/** Releases what no class holds in the hook of a class that Nest knows: the root module. */
export function nestRootHook(text: string, { name, act, isInterfaceKnown }: HookOfRoot): TextEdit[] | undefined {
  const source = parseTypeScript(text)
  const cls = source?.statements.filter(ts.isClassDeclaration).find((each) => each.name?.text === name)
  return source && cls ? hookInto(source, cls, act, { isInterfaceKnown }) : undefined
}

function hookInto(
  source: ts.SourceFile,
  cls: ts.ClassDeclaration,
  act: string,
  hook: Pick<HookOfClass, 'isInterfaceKnown'>,
): TextEdit[] | undefined {
  const dialect = readDialect(source)
  const line = `${act}${dialect.semicolons ? ';' : ''}`
  const existing = HOOKS.flatMap((name) => methodNamed(cls, name) ?? [])[0]
  if (existing?.body) return intoHook(source, existing, existing.body, line, dialect)
  return [...implementing(source, cls, hook), ...newMethod(source, cls, line, dialect)]
}

/** The class's own method that lets go of it, or else the release itself. */
function actOf(
  source: ts.SourceFile,
  cls: ts.ClassDeclaration,
  call: ts.Expression,
  { written, release }: HookOfClass,
): { readonly expression: string; readonly isMethod: boolean } | undefined {
  for (const member of cls.members) {
    if (!ts.isMethodDeclaration(member) || !member.body || member.parameters.some(isRequired)) continue
    if (!written.some((at) => member.getStart(source) <= at && at < member.end)) continue
    return { expression: `this.${member.name.getText(source)}()`, isMethod: true }
  }
  if (!release.usesIt) return { expression: release.write(''), isMethod: false }
  const path = fieldOf(source, call)
  if (path === undefined) return undefined
  const isAlways = ts.findAncestor(call, ts.isFunctionLike) === undefined || isInConstructor(call)
  // What another method sets may not be set.
  const expression = release.write(path)
  return { expression: isAlways ? expression : expression.replace(`${path}.`, `${path}?.`), isMethod: false }
}

function isRequired({ questionToken, initializer, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  return !questionToken && !initializer && !dotDotDotToken
}

function fieldOf(source: ts.SourceFile, call: ts.Expression): string | undefined {
  const { parent } = call
  if (ts.isPropertyDeclaration(parent)) return `this.${parent.name.getText(source)}`
  const holder = holderOf(call)
  return holder.by === 'name' && holder.name.startsWith('this.') ? holder.name : undefined
}

function isInConstructor(node: ts.Node): boolean {
  const fn = ts.findAncestor(node, ts.isFunctionLike)
  return fn !== undefined && ts.isConstructorDeclaration(fn)
}

function methodNamed(cls: ts.ClassDeclaration, name: string): ts.MethodDeclaration | undefined {
  return cls.members.find(
    (member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && member.name.getText() === name,
  )
}

function intoHook(
  source: ts.SourceFile,
  method: ts.MethodDeclaration,
  body: ts.Block,
  line: string,
  dialect: Dialect,
): TextEdit[] | undefined {
  const isAsync = method.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false
  const edits = insertIntoBlock(body, undefined, [line], source, dialect)
  if (isAsync || !line.startsWith('await')) return edits
  if (method.type && method.type.kind !== ts.SyntaxKind.VoidKeyword) return undefined
  const type = method.type ? [{ start: method.type.getStart(source), end: method.type.end, text: 'Promise<void>' }] : []
  return [insertion(method.name.getStart(source), 'async '), ...type, ...edits]
}

function implementing(
  source: ts.SourceFile,
  cls: ts.ClassDeclaration,
  { isInterfaceKnown }: Pick<HookOfClass, 'isInterfaceKnown'>,
): TextEdit[] {
  if (!isInterfaceKnown || !cls.name) return []
  const clause = cls.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
  if (clause) return [insertion(clause.end, ', OnApplicationShutdown')]
  const before = cls.heritageClauses?.at(-1)?.end ?? cls.typeParameters?.end ?? cls.name.end
  const end = cls.typeParameters && !cls.heritageClauses ? source.text.indexOf('>', before) + 1 : before
  return [insertion(end, ' implements OnApplicationShutdown')]
}

function newMethod(
  source: ts.SourceFile,
  cls: ts.ClassDeclaration,
  line: string,
  { eol, indent }: Dialect,
): TextEdit[] {
  const { text } = source
  const close = cls.end - 1
  const outer = indentationAt(text, lineStart(text, close))
  const first = cls.members[0]
  const inner = first ? indentationAt(text, first.getStart(source)) : outer + indent
  const isTyped = cls.members.some((member) => ts.isMethodDeclaration(member) && member.type)
  const head = `${line.startsWith('await') ? 'async ' : ''}${HOOK}()${isTyped ? (line.startsWith('await') ? ': Promise<void>' : ': void') : ''}`
  const lines = [`${inner}${head} {`, `${inner}${indent}${line}`, `${inner}}`]
  const end = text.slice(0, close).trimEnd().length
  const gap = cls.members.length > 0 ? eol : ''
  return [{ start: end, end: close, text: `${gap}${eol}${lines.join(eol)}${eol}${outer}` }]
}
