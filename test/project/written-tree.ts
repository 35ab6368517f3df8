import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes files into a new folder, by their paths in it; the folder is removed when the test is over. */
export function writeTree(files: Readonly<Record<string, string | object>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'graceful-tree-')))
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true })
  })
  for (const [path, content] of Object.entries(files)) writeIn(root, path, content)
  return root
}

export function writeIn(root: string, path: string, content: string | object): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}
