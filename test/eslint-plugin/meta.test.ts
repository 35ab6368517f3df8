import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { defineConfig } from 'eslint/config'
import { describe, expect, test } from 'vitest'
import { MESSAGES, RULES, type RuleName } from '../../analysis/index.ts'
import plugin from '../../eslint-plugin/index.ts'
import manifest from '../../eslint-plugin/package.json' with { type: 'json' }

const NAMES = Object.keys(RULES) as RuleName[]

test('the plugin says who it is', () => {
  expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'graceful-service' })
  expect(Object.keys(plugin.rules ?? {})).toEqual(NAMES)
})

test('each sentence belongs to a rule, and no two rules report with the same', () => {
  const reported = NAMES.flatMap((name) => RULES[name].messages)
  const suggested = NAMES.flatMap((name) => RULES[name].suggestions)
  expect(new Set(reported).size).toBe(reported.length)
  expect([...new Set<string>([...reported, ...suggested])].toSorted()).toEqual(Object.keys(MESSAGES).toSorted())
})

describe.each(NAMES)('the rule %s', (name) => {
  const rule = plugin.rules?.[name]

  test('is described, with a page that is published', () => {
    expect(rule?.meta?.docs?.description).toMatch(/^(require|disallow|enforce) /)
    expect(rule?.meta?.docs?.url).toBe(`https://unpkg.com/${manifest.name}@${manifest.version}/docs/rules/${name}.md`)
    expect(existsSync(join(import.meta.dirname, `../../eslint-plugin/docs/rules/${name}.md`))).toBe(true)
  })

  test('can say what its findings say, and no more', () => {
    const { messages, suggestions } = RULES[name]
    expect(Object.keys(rule?.meta?.messages ?? {})).toEqual([...messages, ...suggestions, 'failed'])
    expect(rule?.meta?.hasSuggestions).toBe(suggestions.length > 0)
    expect(rule?.meta?.fixable).toBeUndefined()
  })
})

describe('the config', () => {
  test.each([
    ['recommended', undefined],
    ['strict', { confidence: 'likely' }],
  ] as const)('%s has every rule, as errors, for any file', async (name, option) => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs[name]] })
    const { rules, plugins } = (await eslint.calculateConfigForFile('main.js')) as {
      rules: Record<string, readonly [number, object]>
      plugins: Record<string, unknown>
    }
    expect(plugin.configs[name].name).toBe(`graceful-service/${name}`)
    expect(Object.keys(plugins)).toContain('graceful-service')
    expect(Object.keys(rules)).toEqual(NAMES.map((rule) => `graceful-service/${rule}`))
    for (const [severity, given] of Object.values(rules)) {
      expect(severity).toBe(2)
      expect(given).toEqual(option ?? { confidence: 'certain' })
    }
  })

  test('can be extended by its name', () => {
    const [first] = defineConfig({
      plugins: { 'graceful-service': plugin },
      extends: ['graceful-service/recommended'],
    })
    expect(first?.rules).toEqual(plugin.configs.recommended.rules)
  })

  test.each([
    [{ confidence: 'sure' }, /be equal to one of the allowed values/i],
    [{ certain: true }, /unexpected property "certain"/i],
    ['likely', /should be object/i],
  ])('of a rule is refused with %j', async (option, why) => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { rules: { 'graceful-service/require-exit': ['error', option] } }],
    })
    await expect(eslint.lintText('1')).rejects.toThrow(why)
  })
})
