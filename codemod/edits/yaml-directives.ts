import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import { isDeepStrictEqual } from 'node:util'
import { isFirstOnLine, lineEnd, lineStart } from './text-lines.ts'
import type { TextEdit } from './text-edits.ts'
import { findEntry, findNamed } from './yaml-lookup.ts'
import { entryEnd, type Entry, type Mapping } from './yaml-text.ts'
import type { YamlSource } from './yaml-merge.ts'
import type { Unplaced } from './unplaced-edit.ts'

/** The fragment as it is merged: what `!override` marks is there without the mark, what `!reset` marks is not there. */
export function withoutDirectives(fragmentText: string): string {
  return fragmentText.replace(/^.*: !reset\b.*\r?\n?/gm, '').replace(/^(.*?:) !override\b/gm, '$1')
}

/** Makes room: what `!reset` marks goes, and what `!override` marks is no longer what it was. */
export function directiveEdits(target: YamlSource, fragment: YamlSource, unplaced: Unplaced): TextEdit[] {
  return inMaps({ target: target.text, fragment: fragment.text, unplaced }, target.root, fragment.root)
}

interface Texts {
  readonly target: string
  readonly fragment: string
  readonly unplaced: Unplaced
}

function inMaps(texts: Texts, target: Mapping, fragment: Mapping): TextEdit[] {
  return fragment.items.flatMap(({ key, value }) => {
    const found = findEntry(target, key)
    if (!found) return []
    if (value?.tag === '!reset') return [removal(texts, target, found)]
    if (value?.tag === '!override') return override(texts, target, found, value)
    return inValues(texts, found.value, value)
  })
}

function inValues(texts: Texts, target: ParsedNode | null, fragment: ParsedNode | null): TextEdit[] {
  if (isMap(target) && isMap(fragment)) return inMaps(texts, target, fragment)
  if (!isSeq(target) || !isSeq(fragment)) return []
  return fragment.items.flatMap((item) => {
    const found = findNamed(target, item)
    return found && isMap(item) ? inMaps(texts, found, item) : []
  })
}

function override(texts: Texts, target: Mapping, found: Entry, wanted: ParsedNode): TextEdit[] {
  const there = found.value
  if (isScalar(there) && isScalar(wanted)) {
    if (String(there.value) === String(wanted.value)) return []
    const [start, end] = there.range
    return [{ start, end, text: texts.fragment.slice(wanted.range[0], wanted.range[1]) }]
  }
  return isDeepStrictEqual(there?.toJSON(), wanted.toJSON()) ? [] : [removal(texts, target, found)]
}

function removal({ target: text, unplaced }: Texts, target: Mapping, found: Entry): TextEdit {
  const [start] = found.key.range
  if (target.flow || !isFirstOnLine(text, start)) throw unplaced(`\`${String(found.key)}\` has no line of its own`)
  const end = lineEnd(text, entryEnd(text, found))
  const next = text.indexOf('\n', end) + 1
  return { start: lineStart(text, start), end: next === 0 ? text.length : next, text: '' }
}
