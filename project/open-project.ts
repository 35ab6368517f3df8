import { readFileSync } from 'node:fs'
import { posix, resolve as absolute } from 'node:path'
import type { Host } from '../analysis/index.ts'
import { isDeployFile, isWanted, toKey } from './file-kinds.ts'
import { readConfig } from './read-config.ts'
import { createResolve } from './resolve.ts'
import { stampOf } from './stamp.ts'
import { sumOf } from './sum-of.ts'
import { openTree } from './tree.ts'

export interface OpenOptions {
  /** More to leave out than .gitignore does, in its syntax, from the root. */
  readonly ignore?: readonly string[]
}

/** A folder as the analysis sees it; files are keyed by their absolute path with `/`. */
export interface Project extends Required<Host> {
  readonly root: string
  /** Lists the files that may say how programs are started and stopped. They are none of `files`, which an editor watches. */
  findDeployFiles(): readonly string[]
  /** Whether it is one of `files`. */
  has(file: string): boolean
  /** What was read so far, with a sum of each text; undefined where there was none to read. */
  readonly readings: ReadonlyMap<string, number | undefined>
  /** Looks at the disk again; whether any file came, went or changed. Until then the disk is taken to stand still. */
  refresh(): boolean
  /**
   * Looks at these files alone, at their folders, and at what decides for all: a small part of the time. What has
   * changed elsewhere is noticed by `refresh()`.
   */
  refreshNear(files: Iterable<string>): void
}

/** What decides where imports lead, and what the user's resources are. */
const DECISIVE = /\/((package|[tj]sconfig[^/]*)\.json|graceful\.config\.\w+)$/

/** @throws {InvalidConfig} when the resources that the user describes make no sense, also when looking again */
export function openProject(root: string, { ignore = [] }: OpenOptions = {}): Project {
  const folder = toKey(absolute(root))
  const tree = openTree(folder, ignore, isWanted)
  const sums = new Map<string, number | undefined>()
  let versions = stampAll(tree.files)
  let resolve = createResolve(folder, tree.files, read)
  let entries = readConfig(folder, tree.files, read)
  let isDecided = true
  let revision = 0
  return {
    root: folder,
    get files() {
      return tree.files
    },
    get entries() {
      return entries
    },
    readings: sums,
    findDeployFiles: () => openTree(folder, ignore, isDeployFile).files,
    has: (file) => versions.has(file),
    read,
    revision: () => revision,
    version: (file) => versions.get(file) ?? stampOf(file),
    resolve: (specifier, from) => resolve(specifier, from),
    refresh,
    refreshNear(files) {
      const decisive = tree.files.filter((file) => DECISIVE.test(file))
      const looked = [...new Set([...files, ...decisive])].filter((file) => versions.has(file))
      const changed = looked
        .map((file) => [file, stampOf(file)] as const)
        .filter(([file, stamp]) => stamp !== versions.get(file))
      const isMoved = tree.isMoved(new Set([...looked, ...files].map((file) => posix.dirname(file))))
      if (isMoved || !isDecided || changed.some(([file]) => DECISIVE.test(file))) refresh()
      else if (changed.length > 0) {
        const now = new Map(versions)
        for (const [file, stamp] of changed) now.set(file, stamp)
        versions = now
        revision++
      }
    },
  }

  function refresh(): boolean {
    const moved = tree.refresh()
    const before = versions
    versions = stampAll(tree.files)
    const changed = tree.files.filter((file) => versions.get(file) !== before.get(file))
    if (moved || changed.some((file) => DECISIVE.test(file))) isDecided = false
    if (!isDecided) decide()
    if (!moved && changed.length === 0) return false
    revision++
    return true
  }

  function decide(): void {
    resolve = createResolve(folder, tree.files, read)
    const now = readConfig(folder, tree.files, read)
    if (JSON.stringify(now) !== JSON.stringify(entries)) entries = now
    isDecided = true
  }

  /** Without the byte order mark, which stands in no position that a linter counts. */
  function read(file: string): string | undefined {
    try {
      const whole = readFileSync(file, 'utf8')
      const text = whole.charCodeAt(0) === 0xfe_ff ? whole.slice(1) : whole
      sums.set(file, sumOf(text))
      return text
    } catch {
      sums.set(file, undefined)
      return undefined
    }
  }
}

function stampAll(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, stampOf(file)]))
}
