import { dirname, extname, posix } from 'node:path'
import type { HoldingProgram } from '../../analysis/index.ts'
import { readModuleStyle, type ModuleStyle } from '../edits/index.ts'
import { lifecycleFor } from '../lifecycle/index.ts'
import type { Lifecycle, Refusal } from '../recipes/index.ts'
import { hasInterop } from './has-interop.ts'
import { importExtension } from './import-extension.ts'
import { isTypeScript } from './is-typescript.ts'
import type { Overlay } from './overlay.ts'
import { packageAround } from './package-around.ts'
import { isTooOld } from './too-old.ts'

type Door = 'adopt' | 'owned'

interface Asked {
  readonly program: HoldingProgram
  readonly importer: string
  readonly door: Door
  readonly root: string
  readonly overlay: Overlay
  /** The folder that each package has been given. */
  readonly folders: Map<string, { readonly folder: string; readonly isTyped: boolean }>
  /** Whether a package's lifecycle is to be JavaScript, which its TypeScript can load too. */
  readonly isMixed: (home: string) => boolean
}

/** Where the code of a program stands, the likeliest first. */
const SOURCE_ROOTS = ['server', 'src', 'app', 'lib', 'source']

/** Where the lifecycle of a program stands, or would, and how a file imports it. */
export function placeLifecycle(asked: Asked): Lifecycle | Refusal {
  const { program, importer, root, overlay, door, folders, isMixed } = asked
  const home = packageAround(program.entry, root, overlay)
  const own = packageAround(importer, root, overlay)
  if (own.folder !== home.folder) {
    const at = posix.relative(root, own.folder) || '.'
    return { why: `It belongs to the package ${at}, which several programs may load: each of them has to release it.` }
  }
  const there = existingLifecycle(overlay, home.folder, door)
  const chosen =
    there === undefined ? folders.get(home.folder) : { folder: dirname(there), isTyped: isTypeScript(there) }
  const isTyped = chosen?.isTyped ?? (isTypeScript(importer) && !isMixed(home.folder))
  if (isTyped && !isTypeScript(importer))
    return { why: 'The lifecycle is written in TypeScript, which this file can not load.' }
  const extension = importExtension(overlay, importer, home.folder)
  if (there !== undefined) return { from: specifier(importer, there, extension), files: new Map() }
  // A program in TypeScript may start in a line of JavaScript that loads what is compiled.
  const model = isTypeScript(program.entry) === isTyped || isMixed(home.folder) ? program.entry : importer
  const style = readModuleStyle(overlay.read(model) ?? '')
  if (!style) return { why: 'The file that the program starts with does not parse.' }
  // Two programs of a package share it, although each would have it elsewhere.
  const folder = chosen?.folder ?? newFolder(model, home.folder, overlay)
  folders.set(home.folder, { folder, isTyped })
  const isCompiled = !isTyped && isTypeScript(model)
  const isCommonJs = isCompiled ? !home.isModule : style.isCommonJs
  const isPlain = isTyped && !hasInterop(home, root, overlay)
  const files = lifecycleFor({
    language: isTyped ? 'ts' : 'js',
    modules: isCommonJs || isPlain ? 'cjs' : 'esm',
    esModuleInterop: !isPlain,
    importExtensions: importExtension(overlay, model, home.folder),
    dialect: style.dialect,
    fileExtension: isTyped ? '.ts' : isCompiled ? '.js' : fileExtension(style, home.isModule),
    door,
    noCheck: isTyped && isTooOld([home.manifest, packageAround(`${root}/package.json`, root, overlay).manifest]),
  })
  const from = specifier(importer, `${folder}/${door}`, extension)
  return { from, files: new Map([...files].map(([name, text]) => [`${folder}/${name}`, text])) }
}

/** Whether a lifecycle of ours stands in the folder. */
export function isLifecycleFolder(overlay: Overlay, folder: string): boolean {
  return ['ts', 'js', 'mjs', 'cjs'].some((end) => isDoor(overlay.read(`${folder}/owned.${end}`)))
}

function isDoor(text: string | undefined): boolean {
  return text?.includes('adoptServer') === true
}

/** The door of a lifecycle that came along before. */
function existingLifecycle(overlay: Overlay, home: string, door: Door): string | undefined {
  const name = new RegExp(`/${door}\\.[cm]?[jt]s$`)
  return overlay.files.find((file) => file.startsWith(`${home}/`) && name.test(file) && isDoor(overlay.read(file)))
}

function newFolder(entry: string, home: string, { files }: Overlay): string {
  const [first = '', ...rest] = posix.relative(home, entry).split('/')
  const isSource = (name: string): boolean =>
    files.some((file) => file.startsWith(`${home}/${name}/`) && extname(file) === extname(entry))
  const own = SOURCE_ROOTS.includes(first) && rest.length > 0 ? first : undefined
  // What starts in `bin` or `scripts` has its code elsewhere.
  const root = own ?? (rest.length > 0 ? SOURCE_ROOTS.find(isSource) : undefined)
  const source = root === undefined ? dirname(entry) : `${home}/${root}`
  const isFree = (folder: string): boolean => !files.some((file) => file.startsWith(`${folder}/`))
  return (
    ['lifecycle', 'graceful-lifecycle'].map((name) => `${source}/${name}`).find(isFree) ?? `${source}/graceful-stop`
  )
}

/** `.mjs` where the package takes `.js` for CommonJS, and the other way round. */
function fileExtension(entry: ModuleStyle, isModule: boolean): '.js' | '.mjs' | '.cjs' {
  if (entry.isCommonJs === !isModule) return '.js'
  // What a bundler or Babel runs is written with imports, and called .js all the same.
  return entry.isCommonJs ? '.cjs' : '.js'
}

/** How a file imports another one, whose own extension is cut off. */
export function specifier(from: string, to: string, extension: string): string {
  const path = posix.relative(dirname(from), to.replace(/\.[cm]?[jt]sx?$/, ''))
  return `${path.startsWith('.') ? '' : './'}${path}${extension === 'none' ? '' : extension}`
}
