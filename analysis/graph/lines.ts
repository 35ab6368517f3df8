import type {
  Alias,
  Command,
  Hook,
  HookMethods,
  Line,
  Resource,
  Shutdown,
  Transaction,
  Wrapper,
} from '../../catalogue/index.ts'

export const isResource = (line: Line): line is Resource => 'acquire' in line
export const isTransaction = (line: Line): line is Transaction => 'begin' in line
export const isHook = (line: Line): line is Hook => 'hook' in line
export const isHookMethods = (line: Line): line is HookMethods => 'methods' in line
export const isShutdown = (line: Line): line is Shutdown => 'shutdown' in line
export const isAlias = (line: Line): line is Alias => 'type' in line
export const isCommand = (line: Line): line is Command => 'command' in line
export const isWrapper = (line: Line): line is Wrapper => 'wraps' in line

/** What calls these lines are about. */
export function callOf(line: Resource | Transaction | Shutdown | Wrapper): string {
  if (isResource(line)) return line.acquire
  if (isShutdown(line)) return line.shutdown
  return isTransaction(line) ? line.begin : line.wraps
}

export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly T[]) : [value as T]
}
