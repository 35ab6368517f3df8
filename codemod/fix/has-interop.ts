import { posix } from 'node:path'
import { readTsconfig } from '../../project/index.ts'
import type { Overlay } from './overlay.ts'
import type { Package } from './package-around.ts'
import { rangeOf } from './manifest.ts'

/** Since this version of TypeScript a default import of a CommonJS module is what the module exports. */
const ALWAYS_SINCE = 6

/** Whether TypeScript compiles a default import of a CommonJS module to what the module exports, and not to nothing. */
export function hasInterop({ folder, manifest }: Package, root: string, overlay: Overlay): boolean {
  for (let at = folder; at.startsWith(root); at = posix.dirname(at)) {
    const config = readTsconfig(`${at}/tsconfig.json`, (file) => overlay.read(file))
    if (!config) continue
    // What is not compiled to CommonJS has Node's own default imports, or those of a bundler.
    if (config.interop !== undefined || config.module?.toLowerCase() !== 'commonjs') return config.interop ?? true
    return Number(/\d+/.exec(rangeOf(manifest, 'typescript') ?? '')?.[0] ?? 0) >= ALWAYS_SINCE
  }
  return true
}
