import { createHash } from 'node:crypto'
import type { Reported } from './report.ts'

/** A finding that can not be told yet from one that looks like it. */
export type Unmarked = Omit<Reported, 'fingerprint'>

/**
 * Marks findings by what stays the same when lines come and go around them: the rule, what is said, the code of the line,
 * and which one of those that are alike in a file it is. So all findings of a file have to be here.
 */
export function withFingerprints(
  findings: readonly Unmarked[],
  textOf: (file: string) => string | undefined,
): readonly Reported[] {
  const seen = new Map<string, number>()
  const lines = new Map<string, readonly string[]>()
  return findings.map((finding) => {
    const { rule, verdict, said, place } = finding
    const known = lines.get(place.file) ?? (textOf(place.file) ?? '').split('\n')
    lines.set(place.file, known)
    const code = (known[place.line - 1] ?? '').replaceAll(/\s+/g, '')
    const same = [rule, verdict, said.replaceAll(/\d+/g, '#'), code].join('\n')
    const count = (seen.get(`${place.file}\n${same}`) ?? 0) + 1
    seen.set(`${place.file}\n${same}`, count)
    return { ...finding, fingerprint: shortHash(`${same}\n${count}`) }
  })
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
