import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { isWantedFolder } from './file-kinds.ts'
import { isIgnored, rulesAbove, rulesIn, toRule, type Rules } from './git-ignored.ts'
import { stampOf } from './stamp.ts'

/** The files of a folder and all below it that are wanted, as absolute paths with `/`. */
export interface Tree {
  readonly files: readonly string[]
  /** Looks which folders have changed, and lists those again; whether any file came or went. */
  refresh(): boolean
  /** Whether anything may have come or gone in one of these folders since the last look. */
  isMoved(folders: Iterable<string>): boolean
}

interface Folder {
  readonly files: readonly string[]
  readonly folders: readonly string[]
  readonly outer: Rules
  readonly rules: Rules
  readonly stamp: string
}

export function openTree(root: string, patterns: readonly string[], isWanted: (name: string) => boolean): Tree {
  const top: Rules = [...(patterns.length > 0 ? [toRule(root, patterns)] : []), ...rulesAbove(root)]
  const follow = createFollow(root)
  let known = new Map<string, Folder>()
  let files = list()
  return {
    get files() {
      return files
    },
    refresh() {
      const before = files
      const after = list()
      if (after.length === before.length && after.every((file, index) => file === before[index])) return false
      files = after
      return true
    },
    isMoved(folders) {
      for (const path of folders) {
        const before = known.get(path)
        if (before && before.stamp !== stampOfFolder(path, before.rules !== before.outer)) return true
      }
      return false
    },
  }

  function list(): readonly string[] {
    const seen = new Map<string, Folder>()
    const found: string[] = []
    // A list of what waits, not recursion: a tree may be deeper than the stack.
    const waiting = [{ path: root, outer: top }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { path, outer } = next
      const folder = readFolder(path, outer, known.get(path))
      seen.set(path, folder)
      for (const file of folder.files) found.push(file)
      for (const inner of folder.folders) waiting.push({ path: inner, outer: folder.rules })
    }
    known = seen
    return found
  }

  function readFolder(path: string, outer: Rules, before: Folder | undefined): Folder {
    const stamp = stampOfFolder(path, before ? before.rules !== before.outer : true)
    if (before?.stamp === stamp && before.outer === outer) return before
    const entries = readEntries(path)
    const rules = entries.some(({ name }) => name === '.gitignore') ? rulesIn(path, outer) : outer
    const besidePackage = entries.some(({ name }) => name === 'package.json')
    const files: string[] = []
    const folders: string[] = []
    for (const entry of entries) {
      const inner = `${path}/${entry.name}`
      if (isWantedFolder(entry.name, besidePackage) && isFolder(entry, inner)) {
        if (!isIgnored(rules, `${inner}/`)) folders.push(inner)
      } else if (isWanted(entry.name) && isFile(entry, inner) && !isIgnored(rules, inner)) files.push(inner)
    }
    return { files: files.sort(), folders: folders.sort().reverse(), outer, rules, stamp }
  }

  function isFolder(entry: Dirent, path: string): boolean {
    return entry.isDirectory() || (entry.isSymbolicLink() && follow(path) === 'folder')
  }

  function isFile(entry: Dirent, path: string): boolean {
    return entry.isFile() || (entry.isSymbolicLink() && follow(path) === 'file')
  }
}

function stampOfFolder(path: string, hasRules: boolean): string {
  const own = stampOf(path)
  return hasRules ? `${own} ${stampOf(`${path}/.gitignore`)}` : own
}

function readEntries(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Links are followed out of the tree, and each place once: inside of it they show what is there already, or a loop. */
function createFollow(root: string): (link: string) => 'file' | 'folder' | undefined {
  const linked = new Map<string, string>()
  return (link) => {
    try {
      const target = realpathSync(link)
      if (`${target}/`.startsWith(`${realpathSync(root)}/`)) return undefined
      if ((linked.get(target) ?? link) !== link) return undefined
      linked.set(target, link)
      return statSync(target).isDirectory() ? 'folder' : 'file'
    } catch {
      return undefined
    }
  }
}
