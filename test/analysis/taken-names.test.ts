import { describe, expect, test } from 'vitest'
import { namesTakenBefore } from '../../analysis/taken-names.ts'

/** The names that stand before the place where a text names its module. */
function taken(text: string): readonly string[] | undefined {
  return namesTakenBefore(text, /(?:from|require\()\s*'pg'/.exec(text)?.index ?? -1)
}

describe('the names that a text takes from a module', () => {
  test.each<[string, readonly string[]]>([
    [`import { Pool } from 'pg'`, ['Pool']],
    [`import { Pool as Connections, types } from 'pg'`, ['Pool', 'types']],
    [`import {\n  types,\n  Pool,\n} from 'pg'`, ['types', 'Pool']],
    [`export { Pool } from 'pg'`, ['Pool']],
    [`import { type PoolConfig, types } from 'pg'`, ['types']],
    [`import { type as kind } from 'pg'`, ['type']],
    [`const { Pool: Connections } = require('pg')`, ['Pool']],
    [`import { readFile } from 'node:fs'\nimport { types } from 'pg'`, ['types']],
  ])('are listed in %s', (text, names) => {
    expect(taken(text)).toEqual(names)
  })

  test.each([
    `import pg from 'pg'`,
    `import * as pg from 'pg'`,
    `import pg, { types } from 'pg'`,
    `export * from 'pg'`,
    `const pg = require('pg')`,
    `const { types, ...others } = require('pg')`,
    `const { ['Pool']: Connections } = require('pg')`,
    `import { 'Pool' as Connections } from 'pg'`,
    `use({ types }, require('pg'))`,
  ])('may be all in %s', (text) => {
    expect(taken(text)).toBeUndefined()
  })
})
