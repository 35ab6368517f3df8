import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../codemod/command-line/index.ts'
import { COMMANDS } from '../../codemod/commands/all.gen.ts'
import check from '../../codemod/commands/check.ts'
import manifest from '../../codemod/package.json' with { type: 'json' }
import { writeTree } from '../project/written-tree.ts'
import { call } from './called.ts'

describe('--help and --version', () => {
  test.each(['--help', '-h'])('%s lists the commands', async (flag) => {
    const { code, stdout } = await call(writeTree({}), [flag])
    expect(code).toBe(0)
    for (const { name, summary } of COMMANDS) expect(stdout).toContain(`\n  ${name.padEnd(24)}${summary}`)
  })

  test.each(COMMANDS)('$name --help explains it, with examples', async ({ name, flags, examples }) => {
    const { code, stdout } = await call(writeTree({}), [name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`\nUsage:\n  graceful-codemod ${name} `)
    expect(stdout).toContain(`\nExamples:\n  graceful-codemod ${name}`)
    for (const each of flags) expect(stdout).toContain(`\n  --${each.name}`)
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(110)
    const [command] = COMMANDS.filter((each) => each.name === name)
    for (const example of examples) {
      // In a shell a word may be in quotes; no example needs them.
      expect(readCommandLine(example.split(' '), COMMANDS, check)).toMatchObject({ asks: 'run', command })
    }
  })

  test('no flag takes a value in one command and none in another, so that words mean the same wherever they stand', () => {
    const flags = COMMANDS.flatMap((command) => command.flags)
    const byName = Map.groupBy(flags, ({ name }) => name)
    for (const [name, same] of byName) {
      expect(
        new Set(same.map(({ value, isOptional }) => `${String(value !== undefined)} ${String(isOptional)}`)).size,
        name,
      ).toBe(1)
    }
  })

  test.each(['--version', '-v'])('%s prints the version of the package', async (flag) => {
    const { code, stdout } = await call(writeTree({}), [flag])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${manifest.version}\n` })
  })
})
