import { isAbsolute, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toKey } from '../project/index.ts'
import type { Report } from './report.ts'

/** A file as a person in the folder where the check was started would type it. */
export function shownPath({ startedIn }: Pick<Report, 'startedIn'>, file: string): string {
  return toKey(relative(startedIn, file)) || '.'
}

/** The same as a URI reference. What lies on another drive has no path from here. */
export function shownUri(report: Pick<Report, 'startedIn'>, file: string): string {
  const path = shownPath(report, file)
  return isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/')
}
