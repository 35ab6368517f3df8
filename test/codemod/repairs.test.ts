import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFixes, type Fixed } from '../../codemod/fix/fix.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'

const STORIES = join(import.meta.dirname, 'fixtures', 'repairs')
/** A busy machine reads slowly. */
const LIMIT_MS = 120_000

type Tree = Readonly<Record<string, string>>

describe.each(readdirSync(STORIES))('%s', (story) => {
  const before = filesIn(join(STORIES, story, 'before'))
  const { 'left.txt': left = '', ...after } = filesIn(join(STORIES, story, 'after'))

  test('is repaired as a colleague would, and what is left has its reason', { timeout: LIMIT_MS }, async () => {
    const { root, fixed } = await fix(before)
    expect(editedIn(root, fixed)).toEqual(after)
    expect(leftIn(root, fixed)).toBe(left)
  })

  test('is not repaired twice', { timeout: LIMIT_MS }, async () => {
    const { root, fixed } = await fix(before)
    write(fixed)
    const again = await find(root)
    expect(again.texts).toEqual([])
    expect(again.outcomes.map(({ is }) => is)).toEqual(
      left
        .split('\n')
        .filter(Boolean)
        .map(() => 'left'),
    )
  })

  test('keeps the line endings of Windows, and files without a last one', { timeout: LIMIT_MS }, async () => {
    const { root, fixed } = await fix(mapTexts(before, (text) => windows(text).trimEnd()))
    expect(editedIn(root, fixed)).toEqual(mapTexts(after, (text) => windows(text).trimEnd()))
  })
})

test('what was acquired later joins the lifecycle that came along before', { timeout: LIMIT_MS }, async () => {
  const { root, fixed } = await fix(filesIn(join(STORIES, 'an-express-api-in-commonjs', 'before')))
  write(fixed)
  writeIn(
    root,
    'src/cache.js',
    "const Redis = require('ioredis');\n\nmodule.exports = new Redis(process.env.REDIS_URL);\n",
  )
  writeIn(root, 'src/index.js', `require('./cache');\n${readFileSync(join(root, 'src/index.js'), 'utf8')}`)
  const { texts, outcomes } = await find(root)
  expect(outcomes.map(({ is }) => is)).toEqual(['fixed'])
  expect(texts.map(({ file, after }) => [relative(root, file), after])).toEqual([
    [
      join('src', 'cache.js'),
      [
        "const Redis = require('ioredis');",
        "const { adopt } = require('./lifecycle/adopt');",
        '',
        'module.exports = new Redis(process.env.REDIS_URL);',
        "adopt('redis', module.exports, (redis) => redis.quit());",
        '',
      ].join('\n'),
    ],
  ])
})

test('only what lies below the paths is edited', { timeout: LIMIT_MS }, async () => {
  const root = writeTree(filesIn(join(STORIES, 'clients-of-modules-in-typescript', 'before')))
  const { texts, outcomes } = await find(root, ['src/prisma.ts'])
  expect(outcomes.map(({ is, finding }) => [is, relative(root, finding.place.file)])).toEqual([
    ['fixed', join('src', 'prisma.ts')],
  ])
  const edited = texts.filter(({ before }) => before !== undefined)
  expect(edited.map(({ file }) => relative(root, file))).toEqual([join('src', 'prisma.ts')])
})

async function fix(tree: Tree): Promise<{ root: string; fixed: Fixed }> {
  const root = writeTree(tree)
  return { root, fixed: await find(root) }
}

function find(root: string, paths: readonly string[] = ['.']): Promise<Fixed> {
  return findFixes({ startedIn: root, paths, todo: true, onProgress: () => undefined })
}

function write({ texts }: Fixed): void {
  for (const { file, after } of texts) writeIn('/', file, after)
}

function editedIn(root: string, { texts }: Fixed): Tree {
  const edited = texts.filter(({ before }) => before !== undefined)
  return Object.fromEntries(edited.map(({ file, after }) => [slashed(relative(root, file)), after]))
}

function leftIn(root: string, { outcomes }: Fixed): string {
  const lines = outcomes.flatMap((outcome) => {
    if (outcome.is !== 'left') return []
    const { file, line } = outcome.finding.place
    return `${slashed(relative(root, file))}:${line} ${outcome.why}\n`
  })
  return lines.join('')
}

function filesIn(folder: string): Tree {
  const files = globSync('**/*.*', { cwd: folder })
  return Object.fromEntries(files.map((file) => [slashed(file), readFileSync(join(folder, file), 'utf8')]))
}

function mapTexts(tree: Tree, change: (text: string) => string): Tree {
  return Object.fromEntries(Object.entries(tree).map(([file, text]) => [file, change(text)]))
}

function windows(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

// Each package gets a lifecycle of its own, and all of these meet in one place of globalThis.
test('a dozen packages of one repository are repaired like one', { timeout: LIMIT_MS }, async () => {
  const story = filesIn(join(STORIES, 'an-express-api-in-commonjs', 'before'))
  const packages = Array.from({ length: 12 }, (_, index) =>
    Object.entries(story).map(([file, text]) => [join('services', `service-${index}`, file), text] as const),
  )
  const { fixed } = await fix(Object.fromEntries(packages.flat()))
  expect(fixed.outcomes.length).toBeGreaterThanOrEqual(12)
  expect(fixed.outcomes.filter(({ is }) => is === 'left')).toEqual([])
})
