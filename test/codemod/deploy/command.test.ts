import { describe, expect, test } from 'vitest'
import { writeTree } from '../../project/written-tree.ts'
import { call } from '../called.ts'
import { CLEAN, LEAKING } from '../trees.ts'

describe('deploy files', () => {
  const DOCKERFILE = 'FROM node:24-slim\nWORKDIR /app\nCMD ["npm", "start"]\n'

  test('are read beside the code, and told of with their lines', async () => {
    const { code, stdout } = await call(writeTree({ ...CLEAN, Dockerfile: DOCKERFILE }), ['check'])
    expect(code).toBe(1)
    expect(stdout).toContain('Dockerfile\n\n  3:5  Behind `npm start` the process is killed on SIGTERM')
    expect(stdout).toContain('\n    3 │ CMD ["npm", "start"]\n      │     ^^^^^^^^^^^^^^^^\n')
    expect(stdout).toMatch(/\n1 finding in 1 file: 3 files read\.\n$/)
  })

  test('may be what is asked for', async () => {
    const root = writeTree({ ...LEAKING, 'docker/Dockerfile': DOCKERFILE })
    expect(findingsIn((await call(root, ['docker', '--format=json'])).stdout).map(({ file }) => file)).toEqual([
      'docker/Dockerfile',
    ])
  })

  test('that git ignores are left out, and so is what depends on the host unless it is asked for', async () => {
    const root = writeTree({
      ...CLEAN,
      '.gitignore': 'Dockerfile\n',
      Dockerfile: DOCKERFILE,
      'alpine.Dockerfile': 'FROM node:24-alpine\nCMD ["npm", "start"]\n',
    })
    expect((await call(root, [])).code).toBe(0)
    const { stdout } = await call(root, ['--strict', '--format=json'])
    expect(findingsIn(stdout)).toMatchObject([{ file: 'alpine.Dockerfile', confidence: 'likely' }])
  })
})

function findingsIn(stdout: string): { file: string; confidence: string }[] {
  return (JSON.parse(stdout) as { findings: { file: string; confidence: string }[] }).findings
}
