import { inLanguage, type Language } from '../edits/index.ts'
import { readLifecycle } from './read-lifecycle.ts'

export interface LifecycleVariant extends Language {
  /** Where it is imported: `adopt` hears the signals itself, `owned` is for a repository that hears them already. */
  readonly door?: 'adopt' | 'owned'
  /** What its files are named with; that of the language unless told. */
  readonly fileExtension?: `.${string}`
}

/**
 * The lifecycle as a repository would have written it: texts by file name, for one folder. The door comes first, then
 * what it imports. Its functions are `adopt`, `adoptServer` and, behind the door `owned`, `releaseAll`.
 */
export function lifecycleFor(variant: LifecycleVariant): Map<string, string> {
  const { door = 'adopt', fileExtension = `.${variant.language}` } = variant
  const files = readLifecycle()
  const needed = new Set<string>([door])
  for (const name of needed) for (const imported of importedBy(files.get(name) ?? '')) needed.add(imported)
  return new Map(
    [...needed].map((name) => [`${name}${fileExtension}`, inLanguage(files.get(name) ?? '', variant)] as const),
  )
}

function importedBy(text: string): string[] {
  return [...text.matchAll(/from '\.\/(.+)\.ts'|^import '\.\/(.+)\.ts'/gm)].map(
    ([, from, alone]) => from ?? alone ?? '',
  )
}
