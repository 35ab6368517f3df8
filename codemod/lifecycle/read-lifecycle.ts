import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The files of the lifecycle by name, without `.ts`: the scaffold's own, and those that open it to any code. */
export function readLifecycle(): Map<string, string> {
  const root = templatesRoot()
  const folders = [join(root, 'base', 'src', 'lifecycle'), join(root, 'adopted', 'lifecycle')]
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(folder).map((file) => [basename(file, '.ts'), readFileSync(join(folder, file), 'utf8')] as const),
    ),
  )
}

// Beside the room in a checkout, inside dist in a published package.
function templatesRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates', 'adopted'))) return join(folder, 'templates')
  }
  throw new Error('The folder templates is missing: run npm run build')
}
