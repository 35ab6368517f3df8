import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const run = promisify(execFile)
const CREATE = join(import.meta.dirname, '../node_modules/.bin/create-graceful-service')

describe.each(['npm', 'pnpm', 'yarn'])('a service installed by %s from the registry', (packageManager) => {
  const isThere = spawnSync(packageManager, ['--version'], { stdio: 'ignore' }).status === 0

  test.skipIf(!isThere)(
    `is made by one command, and passes its own tests${isThere ? '' : ` (skipped: there is no ${packageManager})`}`,
    { timeout: 240_000 },
    async () => {
      const parent = mkdtempSync(join(tmpdir(), 'graceful-installed-'))
      const folder = join(parent, 'payments')
      try {
        const { stderr } = await run(CREATE, [folder, '--defaults', `--package-manager=${packageManager}`])
        expect(stderr.trimEnd().split('\n').at(-1)).toContain(`create-graceful-service ${folder} --framework=http`)
        for (const script of ['types', 'lint', 'test']) await run(packageManager, ['run', script], { cwd: folder })
        // What is installed is what the lock file of this package manager says.
        const lockFile = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock' }[packageManager] ?? ''
        expect(readFileSync(join(folder, lockFile), 'utf8')).toContain('pino')
      } finally {
        rmSync(parent, { recursive: true, force: true })
      }
    },
  )
})
