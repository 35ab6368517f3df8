import type { CallFact, ClassFact, Facts, FunctionFact } from '../facts/facts.ts'

/** A file in the graph: where its slots, functions and calls begin in the numbering of the whole. */
export interface CodeFile {
  readonly file: string
  readonly facts: Facts
  readonly slot: number
  readonly fn: number
  readonly cls: number
  readonly call: number
}

/** All files under one numbering, which grows as more of them turn out to matter. */
export interface Code {
  readonly files: readonly CodeFile[]
  readonly byFile: ReadonlyMap<string, CodeFile>
  readonly functions: number
  add(facts: Facts, firstSlot: number): CodeFile
  fileOfFunction(fn: number): CodeFile
  fileOfCall(call: number): CodeFile
  fileOfClass(cls: number): CodeFile
  functionAt(fn: number): FunctionFact
  classAt(cls: number): ClassFact
  callAt(call: number): CallFact
  /** The slot of a call's file, in the numbering of the whole; nowhere stays nowhere. */
  slotIn(file: CodeFile, slot: number): number
  /** The function that makes a call. */
  callerOf(call: number): number
}

export function createCode(): Code {
  const files: CodeFile[] = []
  const byFile = new Map<string, CodeFile>()
  /** For each id the file in which it stands. */
  const owners: Record<'fn' | 'cls' | 'call', CodeFile[]> = { fn: [], cls: [], call: [] }
  const fileAt = (kind: 'fn' | 'cls' | 'call', id: number): CodeFile => {
    const file = owners[kind][id]
    if (!file) throw new RangeError(`No ${kind} ${id}`)
    return file
  }
  return {
    files,
    byFile,
    get functions() {
      return owners.fn.length
    },
    add(facts, firstSlot) {
      const numbers = { fn: owners.fn.length, cls: owners.cls.length, call: owners.call.length }
      const file: CodeFile = { file: facts.file, facts, slot: firstSlot, ...numbers }
      files.push(file)
      byFile.set(file.file, file)
      for (let count = facts.functions.length; count > 0; count--) owners.fn.push(file)
      for (let count = facts.classes.length; count > 0; count--) owners.cls.push(file)
      for (let count = facts.calls.length; count > 0; count--) owners.call.push(file)
      return file
    },
    fileOfFunction: (fn) => fileAt('fn', fn),
    fileOfCall: (call) => fileAt('call', call),
    fileOfClass: (cls) => fileAt('cls', cls),
    functionAt: (fn) => partAt(fileAt('fn', fn).facts.functions, fn - fileAt('fn', fn).fn),
    classAt: (cls) => partAt(fileAt('cls', cls).facts.classes, cls - fileAt('cls', cls).cls),
    callAt: (call) => partAt(fileAt('call', call).facts.calls, call - fileAt('call', call).call),
    slotIn: (file, slot) => (slot === 0 ? 0 : file.slot + slot - 1),
    callerOf(call) {
      const file = fileAt('call', call)
      return file.fn + (file.facts.calls[call - file.call]?.fn ?? 0)
    },
  }
}

function partAt<T>(parts: readonly T[], index: number): T {
  const part = parts[index]
  if (part === undefined) throw new RangeError(`No part ${index}`)
  return part
}
