import type { Finding } from '../../analysis/index.ts'
import { isTypeScript } from './is-typescript.ts'
import type { Overlay } from './overlay.ts'
import { packageAround } from './package-around.ts'

/** The packages in which TypeScript loads JavaScript, and both acquire something: what they share is JavaScript. */
export function mixedPackages(findings: readonly Finding[], root: string, overlay: Overlay): ReadonlySet<string> {
  const files = new Set(findings.flatMap(({ held }) => held?.acquired.file ?? []))
  const packages = Map.groupBy(files, (file) => packageAround(file, root, overlay).folder)
  const mixed = [...packages].filter(([folder, of]) => {
    const isBoth = of.some(isTypeScript) && !of.every(isTypeScript)
    return isBoth && /"allowJs"\s*:\s*true/.test(overlay.read(`${folder}/tsconfig.json`) ?? '')
  })
  return new Set(mixed.map(([folder]) => folder))
}
