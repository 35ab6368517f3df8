import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** The .gitignore files that hold in a folder, the nearest first. */
export type Rules = readonly { readonly folder: string; readonly ignore: Ignore }[]

export function isIgnored(rules: Rules, path: string): boolean {
  for (const { folder, ignore } of rules) {
    const { ignored, unignored } = ignore.test(path.slice(folder.length + 1))
    if (ignored || unignored) return ignored
  }
  return false
}

/** The rules that hold below a folder, those of its own .gitignore added to its parent's. */
export function rulesIn(folder: string, outer: Rules): Rules {
  const text = readText(join(folder, '.gitignore'))
  return text === undefined ? outer : [toRule(folder, text), ...outer]
}

/** The rules that hold for a folder because of the folders above it, up to the top of its repository. */
export function rulesAbove(folder: string): Rules {
  if (existsSync(join(folder, '.git'))) return []
  const above: Rules[number][] = []
  for (let at = dirname(folder); ; at = dirname(at)) {
    const text = readText(join(at, '.gitignore'))
    if (text !== undefined) above.push(toRule(at, text))
    if (existsSync(join(at, '.git'))) return above
    if (at === dirname(at)) return []
  }
}

export function toRule(folder: string, patterns: string | readonly string[]): Rules[number] {
  return { folder, ignore: ignore().add(patterns) }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
