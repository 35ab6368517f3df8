import { describe, expect, test } from 'vitest'
import { broken } from './broken.ts'
import { dockerfileFaults } from './faults/dockerfile.ts'
import { packageManagers, render, renderFile } from './render.ts'

const COMMAND = 'CMD ["node", "--import", "./src/lifecycle/signals.ts", "src/main.ts"]'

describe.each(packageManagers)('Dockerfile for %s', (packageManager) => {
  const dockerfile = renderFile('Dockerfile', { deploy: ['docker'], packageManager })

  test('builds an image that hears its stop signal', () => {
    expect(dockerfileFaults(dockerfile)).toEqual([])
    expect(dockerfile).toContain('FROM node:24-slim\n')
    expect(dockerfile).toContain(COMMAND)
  })

  test('says how long a stop may take', () => {
    const short = renderFile('Dockerfile', { deploy: ['docker'], packageManager, shutdownTimeoutMs: 7000 })
    expect(dockerfile).toContain('--stop-timeout 35')
    expect(short).toContain('--stop-timeout 12')
  })

  test('copies nothing that .dockerignore keeps out', () => {
    const allowed = render({ deploy: ['docker'] })
      .get('.dockerignore')
      ?.match(/(?<=^!).+/gm)
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    )
    for (const source of copied) expect(allowed).toContain(source.replace('*', ''))
  })
})

const sound = renderFile('Dockerfile', { deploy: ['docker'] })

test.each([
  ['a shell is PID 1', COMMAND, 'CMD node src/main.ts'],
  ['a package manager is PID 1', COMMAND, 'CMD ["npm", "start"]'],
  ['a shell is PID 1, in exec form', COMMAND, 'CMD ["sh", "-c", "node src/main.ts"]'],
  ['an entrypoint stands before node', 'CMD [', 'ENTRYPOINT ["/entrypoint.sh"]\nCMD ['],
  ['nothing is started', COMMAND, ''],
  ['root', 'USER node', 'USER root'],
  ['root, by number', 'USER node', 'USER 0:0'],
  ['root, for want of a user', 'USER node\n', ''],
  ['a signal that is none', 'STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGFOO'],
  ['no word on the signal', 'STOPSIGNAL SIGTERM\n', ''],
  ['devDependencies in the image', ' --omit=dev', ''],
  ['versions other than the lock file’s', 'npm ci', 'npm install'],
  ['a development environment', 'ENV NODE_ENV=production\n', ''],
  ['a misspelt instruction', 'EXPOSE', 'EXPOSES'],
  ['a single stage', '\nFROM node:24-slim\n', '\n'],
])('an image is refused: %s', (_, from, to) => {
  expect(dockerfileFaults(broken(sound, from, to))).not.toEqual([])
})
