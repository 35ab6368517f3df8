import type { Host } from './host.ts'

/** Which files a host had, and in which versions. */
export interface Stamps {
  readonly revision: number | undefined
  readonly files: readonly string[]
  readonly versions: readonly string[]
}

export function stampsOf(host: Host): Stamps {
  const { files } = host
  return { revision: host.revision?.(), files, versions: files.map((file) => host.version?.(file) ?? '') }
}

/** The files that have changed since; undefined when some came or went. */
export function changedSince({ revision, files, versions }: Stamps, host: Host): readonly string[] | undefined {
  if (revision !== undefined && revision === host.revision?.()) return []
  if (files.length !== host.files.length || files.some((file, index) => file !== host.files[index])) return undefined
  return files.filter((file, index) => (host.version?.(file) ?? '') !== versions[index])
}
