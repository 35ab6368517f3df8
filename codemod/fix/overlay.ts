import type { Host } from '../../analysis/index.ts'

/** A tree as it would be after the edits, which the disk does not have yet. */
export interface Overlay extends Host {
  /** What is to be written, by file. */
  readonly edited: ReadonlyMap<string, string>
  /** Replaces all edits. */
  edit(edited: ReadonlyMap<string, string>): void
}

export function overlayOf(host: Host): Overlay {
  const known = new Set(host.files)
  let edited: ReadonlyMap<string, string> = new Map()
  let files = host.files
  const versions = new Map<string, string>()
  const resolve = host.resolve?.bind(host)
  return {
    get files() {
      return files
    },
    get edited() {
      return edited
    },
    ...(host.root === undefined ? {} : { root: host.root }),
    ...(host.entries ? { entries: host.entries } : {}),
    ...(resolve ? { resolve } : {}),
    read: (file) => edited.get(file) ?? host.read(file),
    version: (file) => (edited.has(file) ? versionOf(file) : (host.version?.(file) ?? '')),
    edit(next) {
      edited = next
      files = [...host.files, ...[...next.keys()].filter((file) => !known.has(file))]
    },
  }

  /** The same text has the same version, so that what is put back is not read again. */
  function versionOf(file: string): string {
    const text = edited.get(file) ?? ''
    const key = `${file}\0${text}`
    const version = versions.get(key) ?? `edit ${versions.size}`
    versions.set(key, version)
    return version
  }
}
