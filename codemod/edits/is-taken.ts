import { descendants, ts } from './typescript-source.ts'

/** Whether a name stands for something anywhere in the file. */
export function isTaken(source: ts.SourceFile, name: string): boolean {
  for (const node of descendants(source)) if (ts.isIdentifier(node) && node.text === name) return true
  return false
}
