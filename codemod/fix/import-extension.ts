import { extname, posix } from 'node:path'
import { readTsconfig } from '../../project/index.ts'
import { readModuleStyle } from '../edits/index.ts'
import { dependsOn, scriptsOf } from './manifest.ts'
import { isTypeScript } from './is-typescript.ts'
import type { Overlay } from './overlay.ts'
import { packageAround } from './package-around.ts'

/** They run TypeScript, or make JavaScript of it; without one of them, it is Node.js that runs it. */
const TOOLS = [
  'typescript',
  'tsx',
  'ts-node',
  'ts-node-dev',
  'esbuild',
  '@swc/core',
  '@swc-node/register',
  'vite',
  'bun',
]

/** What relative imports end with in a file, or else in its neighbours, or else by what its package is run with. */
export function importExtension(overlay: Overlay, file: string, home: string): '.ts' | '.js' | 'none' {
  const style = readModuleStyle(overlay.read(file) ?? '')
  const found = style?.importExtension ?? elsewhere()
  if (found === '.ts' && isTypeScript(file)) return '.ts'
  if (found !== undefined) return found === '' ? 'none' : '.js'
  if (isTypeScript(file)) return typedExtension(overlay, file, home)
  return style?.isCommonJs === true ? 'none' : '.js'

  function elsewhere(): string | undefined {
    for (const other of overlay.files) {
      if (!other.startsWith(`${home}/`) || extname(other) !== extname(file)) continue
      const relative = /(?:from|require\(|import\()\s*['"]\.{1,2}\/([^'"]*)['"]/.exec(overlay.read(other) ?? '')?.[1]
      if (relative !== undefined) return /\.[cm]?[jt]s$/.exec(relative)?.[0] ?? ''
    }
    return undefined
  }
}

/**
 * In TypeScript that imports no file yet. Node.js takes a path as it stands, when it runs TypeScript itself
 * (https://nodejs.org/api/typescript.html#importing-typescript-files) and in what is compiled to its ES modules
 * (https://www.typescriptlang.org/docs/handbook/modules/reference.html#node16-node18-node20-nodenext).
 */
function typedExtension(overlay: Overlay, program: string, home: string): '.ts' | '.js' | 'none' {
  const { isModule, manifest } = packageAround(`${home}/package.json`, home, overlay)
  const tsconfig = readTsconfig(`${home}/tsconfig.json`, (file) => overlay.read(file))
  const path = posix.relative(home, program)
  if (scriptsOf(manifest).some((script) => isRunByNode(path, script))) return '.ts'
  if (!tsconfig && manifest !== undefined && !TOOLS.some((tool) => dependsOn(manifest, tool))) return '.ts'
  return isModule && /^node/i.test(tsconfig?.module ?? '') ? '.js' : 'none'
}

/** `node --watch src/main.ts`, and neither `node --import tsx src/main.ts` nor what builds it. */
function isRunByNode(path: string, script: string): boolean {
  return script
    .split(/&&|\|\||[;|]/)
    .some(
      (command) =>
        /\bnode\s/.test(command) &&
        command.split(/\s+/).some((word) => posix.normalize(word) === path) &&
        !/\b(tsx|ts-node|swc|esbuild|babel)\b/.test(command),
    )
}
