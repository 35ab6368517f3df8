const SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$/
const MANIFEST =
  /^(package\.json|[tj]sconfig[^/]*\.json|Dockerfile[^/]*|[^/]+\.Dockerfile|Containerfile|Procfile[^/]*|pnpm-workspace\.yaml|graceful\.config\.json)$/i
const DEPLOY =
  /^((Dockerfile|Containerfile)([._-].*)?|.+\.Dockerfile|.+\.ya?ml|.+\.service|(ecosystem|pm2|process|processes)(\..+)?\.([cm]?[jt]s|json))$/i
/** YAML of tools that tells of no process, and is long. */
const NO_DEPLOY = /(^|[.-])lock\.ya?ml$|\.dockerignore$/i
/** Made by tools, wherever they stand. */
const MADE = new Set(['node_modules', 'bower_components', 'jspm_packages', 'dist', 'coverage'])
/** Made by tools when they stand beside a package.json; elsewhere `src/build/` is code like any other. */
const MADE_BY_PACKAGE = new Set(['build', 'out'])

/** Whether it holds code that runs. */
export function isSource(path: string): boolean {
  return SOURCE.test(path) && !path.includes('.min.')
}

/** Whether an analysis may want to read it, by its bare name. */
export function isWanted(name: string): boolean {
  return !name.startsWith('.') && (isSource(name) || MANIFEST.test(name))
}

/** Whether it may say how the project's programs are started and stopped, by its bare name. */
export function isDeployFile(name: string): boolean {
  return !name.startsWith('.') && DEPLOY.test(name) && !NO_DEPLOY.test(name)
}

export function isWantedFolder(name: string, besidePackage: boolean): boolean {
  return !name.startsWith('.') && !MADE.has(name) && !(besidePackage && MADE_BY_PACKAGE.has(name))
}

/** The key of a file in a project: its absolute path, with `/` on every platform. */
export function toKey(path: string): string {
  return path.includes('\\') && process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}
