import { join, relative } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../project/index.ts'
import { CASES, PATHS, type Files } from './import-cases.ts'
import { writeIn, writeTree } from './written-tree.ts'

/** Where it leads from `from`, relative to the root. */
function resolved(files: Files, specifier: string, from: string): string | undefined {
  const root = writeTree({ [from]: '', ...files })
  const found = openProject(root).resolve(specifier, join(root, from))
  return found === undefined ? undefined : relative(root, found)
}

describe('an import leads to', () => {
  test.each(CASES)('$story: $specifier', ({ files, specifier, from = 'src/main.ts', to }) => {
    expect(resolved(files, specifier, from)).toBe(to)
  })

  test.each(CASES.filter(({ agreed }) => agreed))(
    'the same in oxc-resolver: $story',
    ({ files, specifier, from = 'src/main.ts', to }) => {
      const root = writeTree({ [from]: '', ...files })
      const oracle = new ResolverFactory({
        tsconfig: 'auto',
        extensions: ['.ts', '.js'],
        extensionAlias: { '.js': ['.ts', '.js'] },
        conditionNames: ['node', 'import'],
      })
      const { path } = oracle.resolveFileSync(join(root, from), specifier)
      expect(path === undefined ? undefined : relative(root, path)).toBe(to)
    },
  )
})

test('a package means itself by its name, unless it depends on one of that name', () => {
  const own = { name: 'fastify', main: 'main.js' }
  const dependent = { ...own, dependencies: { fastify: '^5.0.0' } }
  expect(resolved({ 'package.json': own, 'main.js': '' }, 'fastify', 'main.js')).toBe('main.js')
  expect(resolved({ 'package.json': dependent, 'main.js': '' }, 'fastify', 'main.js')).toBeUndefined()
  expect(resolved({ 'package.json': { ...dependent, exports: './main.js' } }, 'fastify', 'main.js')).toBe('main.js')
})

test('an import leads elsewhere once a tsconfig has changed and the project looks again', () => {
  const root = writeTree({ 'tsconfig.json': {}, 'src/main.ts': '', 'src/db/pool.ts': '' })
  const project = openProject(root)
  const from = join(root, 'src/main.ts')
  expect(project.resolve('@/db/pool', from)).toBeUndefined()
  writeIn(root, 'tsconfig.json', PATHS)
  project.refresh()
  expect(project.resolve('@/db/pool', from)).toBe(join(root, 'src/db/pool.ts'))
})
