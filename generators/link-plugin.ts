import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { PLUGIN, type Templates } from './templates.ts'

/**
 * The templates with a link to our ESLint plugin in place of its version, where the generator runs from a checkout,
 * whose packages are on no registry. `directory` is where the service goes.
 */
export function linkPlugin(templates: Templates, directory: string, packageManager: string): Templates {
  const plugin = pluginBeside(import.meta.dirname)
  if (plugin === undefined) return templates
  // A link is followed from where its folder really is.
  const path = relative(realPath(directory), plugin).replaceAll(sep, '/')
  const protocol = packageManager === 'npm' ? 'file' : 'link'
  return { ...templates, versions: { ...templates.versions, [PLUGIN]: `${protocol}:${path}` } }
}

/** The workspace of the plugin that stands beside the package a folder is in. Beside an installed package there is none. */
export function pluginBeside(folder: string): string | undefined {
  const room = packageAround(folder)
  if (room === undefined || room.split(sep).includes('node_modules')) return undefined
  const plugin = join(dirname(room), 'eslint-plugin')
  const manifest = join(plugin, 'package.json')
  return existsSync(manifest) && nameIn(manifest) === PLUGIN ? plugin : undefined
}

function packageAround(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder
  return folder === dirname(folder) ? undefined : packageAround(dirname(folder))
}

function nameIn(manifest: string): unknown {
  // The parse boundary: a package.json that npm has read before.
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path))
}
