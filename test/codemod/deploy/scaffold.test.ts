import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAnalysis } from '../../../analysis/index.ts'
import { judgeDeploy } from '../../../codemod/deploy/index.ts'
import { openProject } from '../../../project/index.ts'
import { scaffold } from '../../scaffold.ts'

const deploy = readdirSync(join(import.meta.dirname, '../../../templates/deploy'))

test.each([
  ['npm', 30_000],
  ['pnpm', 2000],
  ['yarn', 120_000],
] as const)(
  'what the scaffold deploys with %s, for a stop of %d ms, has no fault',
  (packageManager, shutdownTimeoutMs) => {
    const resources = ['postgres', 'redis']
    const project = openProject(scaffold({ deploy, resources, packageManager, shutdownTimeoutMs }))
    const { root, read } = project
    const { stops } = createAnalysis(project).check()
    const { findings, judged } = judgeDeploy({ root, files: project.findDeployFiles(), read, stops })
    expect(stops.map(({ entry }) => entry)).toContain(`${root}/src/main.ts`)
    expect(judged.map((file) => file.slice(root.length + 1)).toSorted()).toEqual([
      'Dockerfile',
      'compose.yaml',
      'deploy/kubernetes/deployment.yaml',
      'deploy/systemd/payments.service',
      'ecosystem.config.cjs',
    ])
    expect(findings).toEqual([])
  },
)
