import { existsSync, readFileSync } from 'node:fs'
import type { Score } from './score.ts'

/** One place where the check and the labels say different things. */
export interface Disagreement {
  /** What it is called in the list of explanations: `missed src/db.ts:12 pg.Pool (missing)`. */
  readonly key: string
  /** What the label or the finding says. */
  readonly says: string
}

/** By repository, by key: why the check and the labels differ there. */
export type Explanations = Readonly<Record<string, Readonly<Record<string, string>>>>

export function disagreements(score: Score): readonly Disagreement[] {
  const { missed, alarms, unlabelled, handlersMissed } = score
  const labelled = { missed, 'false alarm': alarms, 'missed handler': handlersMissed }
  return [
    ...Object.entries(labelled).flatMap(([kind, labels]) => {
      return labels.map(({ file, line, what, verdict, why }) => {
        return { key: `${kind} ${file}:${line} ${what} (${verdict})`, says: why }
      })
    }),
    ...unlabelled.map(({ rule, file, line, message }) => {
      return { key: `unlabelled ${file}:${line} ${rule}`, says: message }
    }),
  ]
}

export function readExplanations(path: string): Explanations {
  // The parse boundary: written by hand, in one shape.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Explanations) : {}
}

/** Explanations of what is no disagreement any more. */
export function outdated(explanations: Explanations, found: ReadonlyMap<string, readonly Disagreement[]>): string[] {
  return Object.entries(explanations).flatMap(([repo, lines]) => {
    const keys = new Set(found.get(repo)?.map(({ key }) => key))
    return Object.keys(lines)
      .filter((key) => !keys.has(key))
      .map((key) => `${repo}: ${key}`)
  })
}
