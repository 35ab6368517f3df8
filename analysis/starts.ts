import { posix } from 'node:path'
import { entriesIn, isEntryFile, startedIn } from './entries.ts'
import { lineStarts } from './facts/collect.ts'
import type { Described } from './graph/described.ts'
import type { Host } from './host.ts'
import { placeOf } from './place.ts'
import type { Resolver } from './resolve.ts'
import type { Start } from './stories/story.ts'

/** The lines of package.json, Dockerfiles and the like that start files, by what they start. */
export function findStarts(
  { files }: Host,
  textOf: (file: string) => string | undefined,
  resolver: Resolver,
  { commands }: Described,
): ReadonlyMap<string, readonly Start[]> {
  const starts = new Map<string, Start[]>()
  for (const file of files.filter(isEntryFile)) {
    const text = textOf(file) ?? ''
    const named = new Set([...entriesIn(file, text), ...startedIn(file, text, commands).map((each) => each.file)])
    for (const path of named) {
      const entry = resolver.file(path)
      const start = entry === undefined ? undefined : lineNaming(file, text, path)
      if (entry !== undefined && start) starts.set(entry, [...(starts.get(entry) ?? []), start])
    }
  }
  return starts
}

function lineNaming(file: string, text: string, path: string): Start | undefined {
  const at = text.indexOf(posix.relative(posix.dirname(file), path))
  if (at === -1) return undefined
  const [before = ''] = text.slice(0, at).split('\n').slice(-1)
  const [after = ''] = text.slice(at).split('\n', 1)
  const written = `${before}${after}`.trim().replace(/,$/, '')
  const from = at - before.trimStart().length
  return { place: placeOf(file, lineStarts(text), from, from + written.length), written }
}
