import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../codemod/command-line/index.ts'
import { COMMANDS } from '../../codemod/commands/all.gen.ts'
import check from '../../codemod/commands/check.ts'
import { broken } from '../deploy/broken.ts'
import { workflowFaults } from '../deploy/faults/workflow.ts'
import { writeIn } from '../project/written-tree.ts'
import { CLI } from './called.ts'
import { filesIn } from './doc-blocks.ts'
import { git, writeRepository } from './repository.ts'
import { CLEAN, LEAKING } from './trees.ts'

const files = filesIn('ci.md')
const workflows = Object.entries(files).filter(([path]) => path.startsWith('.github/workflows/'))

describe.each(workflows)('%s', (_, workflow) => {
  test('is a sound workflow', async () => {
    expect(workflow.length).toBeGreaterThan(0)
    expect(await workflowFaults(workflow)).toEqual([])
    expect(await workflowFaults(broken(workflow, 'runs-on', 'runs_on'))).not.toEqual([])
  })

  test('asks for what there is', () => {
    const lines = [...workflow.matchAll(/npx graceful-codemod ([^>\n]+)/g)].map(([, line = '']) => line.trim())
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      const words = line.replaceAll(/\$\{\{ (\w+\.\w+) \}\}/g, '1').split(' ')
      expect(readCommandLine(words, COMMANDS, check)).toMatchObject({ asks: 'run' })
    }
  })
})

test('the hook stops a commit that leaves something open, and lets a sound one pass', () => {
  const root = writeRepository({ ...CLEAN, ...files, '.gitignore': 'node_modules/\n' })
  chmodSync(join(root, '.githooks/pre-commit'), 0o755)
  git(root, 'config', 'core.hooksPath', '.githooks')
  const bin = join(root, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'graceful-codemod'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`, { mode: 0o755 })

  writeIn(root, 'src/db.js', `// The pool of the payments.\n${LEAKING['src/db.js']}`)
  writeIn(root, 'src/main.js', LEAKING['src/main.js'])
  const leaking = commit(root)
  expect(leaking.stdout).toContain('src/db.js\n\n  4:21  `new Pool()`')
  expect(leaking.status).toBe(1)
  expect(git(root, 'log', '--format=%s')).toBe('work\n')

  writeIn(root, 'src/main.js', `// It closes the pool.\n${CLEAN['src/main.js']}`)
  const sound = commit(root)
  expect(sound.stdout).toContain('Nothing found: 2 files read.')
  expect(sound.status).toBe(0)
  expect(git(root, 'log', '--format=%s')).toBe('more\nwork\n')
})

function commit(root: string): { status: number | null; stdout: string } {
  git(root, 'add', '--all')
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com']
  const { status, stdout, stderr } = spawnSync('git', ['-C', root, ...who, 'commit', '--message=more'], {
    encoding: 'utf8',
  })
  // git gives what a hook prints to its own standard error.
  return { status, stdout: `${stdout}${stderr}` }
}
