import { dirname } from 'node:path'
import type { Host } from '../../analysis/index.ts'

export interface Package {
  readonly folder: string
  /** Whether `.js` is an ES module there. */
  readonly isModule: boolean
  /** What package.json says; undefined where there is none that can be read. */
  readonly manifest: unknown
}

/** The package that a file belongs to. */
export function packageAround(file: string, root: string, host: Host): Package {
  for (let folder = dirname(file); folder.startsWith(root) && folder !== dirname(folder); folder = dirname(folder)) {
    const text = host.read(`${folder}/package.json`)
    if (text !== undefined) return { folder, ...readManifest(text) }
  }
  return { folder: root, isModule: false, manifest: undefined }
}

function readManifest(text: string): Pick<Package, 'isModule' | 'manifest'> {
  try {
    const manifest: unknown = JSON.parse(text)
    const isModule =
      typeof manifest === 'object' && manifest !== null && 'type' in manifest && manifest.type === 'module'
    return { isModule, manifest }
  } catch {
    return { isModule: false, manifest: undefined }
  }
}
