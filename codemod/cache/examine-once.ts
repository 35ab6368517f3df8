import { createHash } from 'node:crypto'
import { posix, relative } from 'node:path'
import { isSettled, stampOf, sumOf, toKey, type Project } from '../../project/index.ts'
import { examine, type Examined, type OnProgress } from '../examine.ts'
import manifest from '../package.json' with { type: 'json' }
import { readText } from '../read-text.ts'
import type { CacheStore } from './cache-store.ts'
import { readEntry, type CacheEntry, type Reading } from './cache-entry.ts'

/** Examines a project, unless nothing has changed that the last time depended on. */
export function examineOnce(
  project: Project,
  ignore: readonly string[],
  cache: CacheStore | undefined,
  onProgress: OnProgress,
): Examined {
  if (!cache) return examine(project, onProgress)
  const { root } = project
  const name = `${hashOf(toKey(relative(cache.folder, root))).slice(0, 16)}.json`
  const asked = hashOf(
    JSON.stringify([
      manifest.version,
      ignore,
      project.entries,
      [project.files, project.findDeployFiles()].map((files) => files.map(inRoot)),
    ]),
  )
  const kept = readEntry(cache.read(name), root)
  const now = Date.now()
  if (kept?.asked === asked) {
    const readings = kept.readings.map(toCurrent)
    if (readings.every((reading) => reading !== undefined)) {
      // A checkout gives every file a new time: so that the next look needs no texts.
      if (readings.some((reading, index) => reading !== kept.readings[index])) keep(readings, kept.examined)
      return kept.examined
    }
  }
  const examined = examine(project, onProgress)
  // What is a bug today may be none for the next one who looks.
  if (!examined.unreadable.some(({ isBug }) => isBug)) keep([...project.readings].map(toReading), examined)
  return examined

  function keep(readings: readonly Reading[], examined: Examined): void {
    const entry: CacheEntry = { asked, at: now, readings, examined }
    cache?.write(
      name,
      JSON.stringify(entry, (key, value: unknown) => (key === 'file' ? inRoot(String(value)) : value)),
    )
  }

  function toReading([file, sum]: readonly [string, number | undefined]): Reading {
    return { path: inRoot(file), stamp: project.version(file), sum: sum ?? null }
  }

  /** The same reading, with today's stamp; undefined when the text is another one. */
  function toCurrent(reading: Reading): Reading | undefined {
    const file = posix.join(root, reading.path)
    const stamp = project.has(file) ? project.version(file) : stampOf(file)
    if (stamp === reading.stamp && kept && isSettled(stamp, kept.at)) return reading
    const text = readText(file)
    return (text === undefined ? null : sumOf(text)) === reading.sum ? { ...reading, stamp } : undefined
  }

  function inRoot(file: string): string {
    return posix.relative(root, file)
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
