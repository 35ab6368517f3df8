import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Log, Result } from 'sarif'
import { describe, expect, test } from 'vitest'
import toSarif from '../../codemod/formats/sarif.ts'
import type { Report, Reported } from '../../codemod/report.ts'
import { REPORTED_RULES } from '../../codemod/rules.ts'
import { withFingerprints } from '../../codemod/with-fingerprints.ts'
import { finding, LIKELY, pointOf, POOL, report, UNREADABLE } from './reported.ts'

describe('sarif', () => {
  const strange = finding('/repo/src/a b/100%/ü#?.ts', 'new Pool()')
  const full = report([LIKELY, strange, POOL], { unreadable: [UNREADABLE] })

  test.each([
    ['of nothing', report([])],
    ['of all there can be', full],
  ])('a report %s is valid by the schema of SARIF 2.1.0', (_, each) => {
    expect(errorsOf(sarif(each))).toEqual([])
  })

  test('the schema would say no', () => {
    const { runs, ...log } = sarif(full)
    expect(errorsOf({ ...log, runs: [{ ...runs[0], results: [{ ruleId: 'x' }] }] })).not.toEqual([])
  })

  test('describes every rule, and each result has the index of its own', () => {
    const [run] = sarif(full).runs
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(REPORTED_RULES))
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId)
    for (const { helpUri, id } of rules)
      expect(helpUri).toMatch(new RegExp(`(/docs/rules/${id}\\.md|/docs/deploy\\.md#${id}|/README\\.md)$`))
  })

  test('a result stands at the acquisition, and its evidence is related', () => {
    const result = resultsOf(full).at(-1)
    expect(result?.locations).toEqual([located('src/db.ts', 3, 22, 5, 4)])
    expect(result?.relatedLocations).toEqual([
      { id: 0, ...located('src/db.ts', 3, 15, 3, 21), message: { text: 'It is kept in `pool`.' } },
      {
        id: 1,
        ...located('src/main.ts', 3, 26, 3, 36),
        message: { text: 'It is released here, which no signal reaches.' },
      },
    ])
  })

  test('what is certain is an error, what is likely a warning', () => {
    expect(resultsOf(full).map(({ level }) => level)).toEqual(['warning', 'error', 'error'])
  })

  test('paths are URI references from the folder it was started in', () => {
    const uris = resultsOf(full).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)
    expect(uris).toEqual(['../elsewhere/lib.ts', 'src/a%20b/100%25/%C3%BC%23%3F.ts', 'src/db.ts'])
  })

  test('a file that could not be read is a notification', () => {
    const [notification] = sarif(full).runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? []
    expect(notification?.message.text).toBe('Unexpected token')
    expect(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('src/broken.ts')
  })

  test('a fingerprint stays when lines come and go above, and tells findings apart that look alike', () => {
    const twice = 'new Pool()\nnew Pool()\n'
    const one = prints({ '/repo/a.ts': twice })
    const moved = prints({ '/repo/a.ts': `// a\n// b\n${twice}` })
    expect(new Set(one).size).toBe(2)
    expect(moved).toEqual(one)
    expect(prints({ '/repo/b.ts': twice })).not.toEqual(one)
  })
})

function prints(texts: Readonly<Record<string, string>>): unknown[] {
  const findings = Object.entries(texts).flatMap(([file, text]) => {
    return Array.from(text.matchAll(/new Pool\(\)/g), ({ index }): Reported => {
      const { line, column } = pointOf(text, index)
      return { ...POOL, place: { ...POOL.place, file, line, column } }
    })
  })
  const marked = withFingerprints(findings, (file) => texts[file])
  return resultsOf(report(marked)).map((each) => each.partialFingerprints)
}

function located(uri: string, startLine: number, startColumn: number, endLine: number, endColumn: number): object {
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  return { physicalLocation: { artifactLocation, region: { startLine, startColumn, endLine, endColumn } } }
}

function sarif(each: Report): Log {
  return JSON.parse(toSarif(each)) as Log
}

function resultsOf(each: Report): readonly Result[] {
  return sarif(each).runs[0]?.results ?? []
}

function errorsOf(log: object): unknown[] {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // Its dialect is JSON Schema's draft 4, of which it uses nothing that has changed since but these two keys.
  const schema: object = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), id: undefined, $schema: undefined }
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  formats.default(ajv)
  const isValid = ajv.compile(schema)
  isValid(log)
  return isValid.errors ?? []
}
