import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeIn } from '../project/written-tree.ts'
import { CLI } from './called.ts'
import { filesIn } from './doc-blocks.ts'
import { commitAll, writeRepository } from './repository.ts'

const TURBO = join(import.meta.dirname, '../../node_modules/.bin/turbo')
const isThere = spawnSync(TURBO, ['--version'], { stdio: 'ignore' }).status === 0

const DB = "import { Pool } from 'pg'\n\nexport const pool = new Pool()\n"
const OPEN = "import { pool } from '@shop/db'\n\nsetInterval(() => pool.query('SELECT 1'), 60_000).unref()\n"
const CLOSED = [
  "import { pool } from '@shop/db'",
  '',
  "for (const signal of ['SIGTERM', 'SIGINT']) {",
  '  process.once(signal, () => {',
  '    setTimeout(() => process.exit(1), 10_000).unref()',
  '    pool.end().catch(() => process.exit(1))',
  '  })',
  '}',
  '',
].join('\n')

test.skipIf(!isThere)(
  `Turborepo checks a workspace again when any package has changed, and not before${isThere ? '' : ' (skipped: there is no turbo)'}`,
  { timeout: 180_000 },
  () => {
    const root = writeRepository({
      ...filesIn('monorepo.md'),
      'package-lock.json': { lockfileVersion: 3, packages: {} },
      'apps/api/package.json': {
        ...{ name: '@shop/api', version: '1.0.0', type: 'module', dependencies: { '@shop/db': '*' } },
        scripts: { start: 'node src/main.js' },
      },
      'apps/api/src/main.js': CLOSED,
      'packages/db/package.json': { name: '@shop/db', version: '1.0.0', type: 'module', exports: './src/db.js' },
      'packages/db/src/db.js': DB,
    })
    install(root)

    const first = turbo(root)
    expect(first).toMatchObject({ status: 0, isKept: false })
    expect(first.said).toContain('Nothing found: 2 files read.')

    expect(turbo(root)).toMatchObject({ status: 0, isKept: true })

    // The pool is in another package than the one that has changed.
    writeIn(root, 'apps/api/src/main.js', OPEN)
    commitAll(root)
    const changed = turbo(root)
    expect(changed).toMatchObject({ status: 1, isKept: false })
    expect(changed.said).toContain('packages/db/src/db.js')

    // What was found is kept too, and said again.
    const again = turbo(root)
    expect(again).toMatchObject({ status: 1, isKept: true })
    expect(again.said).toContain('packages/db/src/db.js')
  },
)

/** Puts `graceful-codemod` where a package manager would. */
function install(root: string): void {
  const bin = join(root, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'graceful-codemod'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`, { mode: 0o755 })
  symlinkSync(TURBO, join(bin, 'turbo'))
}

function turbo(root: string): { status: number | null; isKept: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(TURBO, ['run', 'graceful'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      TURBO_CACHE_DIR: join(root, '.turbo/cache'),
    },
  })
  const said = `${stdout}${stderr}`
  return { status, isKept: said.includes('graceful:check: cache hit'), said }
}
