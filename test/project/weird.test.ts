import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidConfig, toEntries } from '../../project/config.ts'
import { createResolve } from '../../project/resolve.ts'

const specifier = fc.oneof(
  fc.string(),
  fc.constantFrom('@/a', '#a', 'a', 'a/b', '@a/b', './', '..', '/', '*', '@', 'node:fs', '../dist/a.js', 'x'),
)

/** JSON in which the keys stand that are looked at, holding anything. */
function jsonWith(...keys: readonly string[]): fc.Arbitrary<string> {
  const inner = fc.dictionary(
    fc.oneof(fc.constantFrom('.', './*', '#*', '@/*', '*', 'a', 'paths', 'baseUrl', 'outDir', 'path'), fc.string()),
    fc.jsonValue(),
  )
  const value = fc.oneof(
    fc.jsonValue(),
    inner,
    fc.array(inner),
    fc.constantFrom('a', './a', '../tsconfig.json', '${configDir}/a'),
  )
  return fc.oneof(
    fc.dictionary(fc.constantFrom(...keys), value).map((json) => JSON.stringify(json)),
    fc.string(),
  )
}

test('whatever stands in package.json and tsconfig.json, an import leads to a file of the tree or nowhere', () => {
  const files = [
    '/r/package.json',
    '/r/tsconfig.json',
    '/r/src/a.ts',
    '/r/a/index.js',
    '/r/p/package.json',
    '/r/p/b.ts',
  ]
  fc.assert(
    fc.property(
      jsonWith('name', 'exports', 'imports', 'main', 'types', '_moduleAliases'),
      jsonWith('extends', 'compilerOptions', 'references'),
      specifier,
      (manifest, tsconfig, each) => {
        const read = (file: string) =>
          files.includes(file) ? (file.endsWith('package.json') ? manifest : tsconfig) : undefined
        const found = createResolve('/r', files, read)(each, '/r/src/a.ts')
        expect(found === undefined || files.includes(found)).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})

test('whatever stands in a configuration, it is entries or a mistake that is said', () => {
  const line = fc.dictionary(
    fc.constantFrom(
      'module',
      'acquire',
      'release',
      'kind',
      'begin',
      'end',
      'hook',
      'of',
      'shutdown',
      'wraps',
      'type',
      'x',
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('new A()', '.b()', 'a', 'client')),
  )
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ resources: fc.oneof(fc.array(line), fc.jsonValue()) })),
      (config) => {
        try {
          expect(Array.isArray(toEntries(config, 'graceful.config.json', (module) => module))).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidConfig)
        }
      },
    ),
    { numRuns: 3000 },
  )
})
