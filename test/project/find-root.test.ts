import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRoot } from '../../project/index.ts'
import { writeTree } from './written-tree.ts'

test.each([
  ['a workspace of npm', { 'package.json': { workspaces: ['packages/*'] } }],
  ['a workspace of pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': 'packages: [packages/*]' }],
  ['a workspace of lerna', { 'lerna.json': {} }],
  ['a workspace of Nx', { 'nx.json': {} }],
])('a file belongs to %s, and not to its package alone', (_, files) => {
  const root = writeTree({ '.git/HEAD': '', ...files, 'packages/api/package.json': {} })
  expect(findRoot(join(root, 'packages/api/src'))).toBe(root)
})

test('a file belongs to the nearest package where there is no workspace', () => {
  const root = writeTree({ '.git/HEAD': '', 'package.json': {}, 'server/package.json': {} })
  expect(findRoot(join(root, 'server/src/db'))).toBe(join(root, 'server'))
  expect(findRoot(join(root, 'client'))).toBe(root)
})

test('a workspace above the repository is somebody else’s', () => {
  const root = writeTree({ 'package.json': { workspaces: ['*'] }, 'repo/.git/HEAD': '', 'repo/api/package.json': {} })
  expect(findRoot(join(root, 'repo/api'))).toBe(join(root, 'repo/api'))
})

test('a file in no package has no root, and a broken package.json is still one', () => {
  const root = writeTree({ '.git/HEAD': '', 'api/package.json': '{ "name": ' })
  expect(findRoot(join(root, 'scripts'))).toBeUndefined()
  expect(findRoot(join(root, 'api'))).toBe(join(root, 'api'))
})
