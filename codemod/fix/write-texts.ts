import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { toKey } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'
import { shownPath } from '../shown-path.ts'
import type { FileText, Fixed } from './fix.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** A file that is written: first beside its place, then into it. */
interface Draft {
  readonly place: string
  readonly draft: string
  /** What was there, byte for byte; undefined: nothing. */
  readonly before: Buffer | undefined
}

/**
 * Writes all texts, or none of them.
 * @throws {CannotRun} when one can not be written, has changed since it was read, or lies outside of what was read
 */
export function writeTexts(fixed: Pick<Fixed, 'startedIn' | 'roots' | 'texts'>): void {
  const drafts: Draft[] = []
  const folders: string[] = []
  const moved: Draft[] = []
  try {
    for (const each of fixed.texts) drafts.push(draftOf(fixed, each, folders))
    for (const each of drafts) {
      renameSync(each.draft, each.place)
      moved.push(each)
    }
  } catch (error) {
    for (const each of moved) putBack(each)
    for (const { draft } of drafts) rmSync(draft, { force: true })
    for (const folder of folders.reverse()) rmSync(folder, { force: true, recursive: true })
    if (error instanceof CannotRun) throw error
    throw new CannotRun(`Nothing was written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function draftOf({ startedIn, roots }: Pick<Fixed, 'startedIn' | 'roots'>, text: FileText, folders: string[]): Draft {
  const { file, after } = text
  const shown = shownPath({ startedIn }, file)
  const folder = dirname(file)
  const made = mkdirSync(folder, { recursive: true })
  if (made !== undefined) folders.push(made)
  const place = existsSync(file) ? realpathSync(file) : file
  if (!roots.some((root) => isBelow(realpathSync(root), place)))
    throw new CannotRun(`Nothing was written: ${shown} is a link to ${toKey(place)}, outside of the repository.`)
  const before = existsSync(place) ? readFileSync(place) : undefined
  const was = before?.toString('utf8')
  const mark = was?.startsWith(BYTE_ORDER_MARK) === true ? BYTE_ORDER_MARK : ''
  if (was?.slice(mark.length) !== text.before)
    throw new CannotRun(`Nothing was written: ${shown} has changed in the meantime. Run it again.`)
  // A file may be replaced in a folder that one may write, although it is itself not to be written.
  if (before) accessSync(place, constants.W_OK)
  const draft = `${place}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, mark + after, { flag: 'wx', ...(before ? { mode: statSync(place).mode } : {}) })
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return { place, draft, before }
}

function putBack({ place, before }: Draft): void {
  if (before) writeFileSync(place, before)
  else rmSync(place, { force: true })
}

function isBelow(root: string, path: string): boolean {
  const inside = relative(root, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`)
}
