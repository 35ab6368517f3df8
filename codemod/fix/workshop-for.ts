import { dirname } from 'node:path'
import type { Finding } from '../../analysis/index.ts'
import type { Workshop } from '../recipes/index.ts'
import { importExtension } from './import-extension.ts'
import { isLifecycleFolder, placeLifecycle, specifier } from './lifecycle-place.ts'
import type { Overlay } from './overlay.ts'
import { dependsOn } from './manifest.ts'
import { mixedPackages } from './mixed-packages.ts'
import { packageAround } from './package-around.ts'

export function workshopFor(overlay: Overlay, root: string, findings: readonly Finding[]): Workshop {
  const mixed = mixedPackages(findings, root, overlay)
  const isMixed = (home: string): boolean => mixed.has(home)
  const folders = new Map<string, { folder: string; isTyped: boolean }>()
  const homeOf = (file: string): string => packageAround(file, root, overlay).folder
  return {
    textOf: (file) => overlay.read(file) ?? '',
    isLifecycle: (file) => isLifecycleFolder(overlay, dirname(file)),
    dependsOn: (file, name) => dependsOn(packageAround(file, root, overlay).manifest, name),
    isSamePackage: (one, other) => homeOf(one) === homeOf(other),
    specifier: (from, to) => specifier(from, to, importExtension(overlay, from, homeOf(from))),
    lifecycle: (program, importer, door) =>
      placeLifecycle({ program, importer, door, root, overlay, folders, isMixed }),
  }
}
