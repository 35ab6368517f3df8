import { expect, test } from 'vitest'
import { createAnalysis } from '../../analysis/index.ts'
import { storyHost } from './story-host.ts'

/** More than are told apart where they meet. */
const USERS = 30

const ledger = `import { Pool } from 'pg'
export const pool = new Pool()
export async function begin(client) {
  await client.query('BEGIN')
  client.isOpen = true
}
export async function commit(client) {
  await client.query('COMMIT')
  client.isOpen = false
  giveBack(client)
}
export async function rollBack(client) {
  await client.query('ROLLBACK')
  client.isOpen = false
  client.release()
}
function giveBack(client) {
  if (client.isOpen) return
  client.release()
}
`

const paying = (name: string, end: string) => `import { pool, begin, commit, rollBack } from './ledger.js'
export async function ${name}(amount) {
  const client = await pool.connect()
  try {
    await begin(client)
    await client.query('UPDATE accounts SET ${name} = $1', [amount])
    ${end}
  } catch (error) {
    await rollBack(client)
    throw error
  }
}
`

test('helpers that all of a project uses let go of what each has acquired', () => {
  expect(rulesWhere(() => 'await commit(client)')).toEqual([])
})

test('and the one that does not call them is found among all', () => {
  const forgetful = (name: string) => (name === 'pay7' ? 'console.log(client)' : 'await commit(client)')
  expect(rulesWhere(forgetful)).toContain('require-scoped-cleanup src/pay7.js')
})

function rulesWhere(endOf: (name: string) => string): string[] {
  const names = Array.from({ length: USERS }, (_, index) => `pay${index}`)
  const imports = names.map((name) => `import { ${name} } from './${name}.js'`)
  const main = `import http from 'node:http'
import { pool } from './ledger.js'
${imports.join('\n')}
const server = http.createServer(async (request, response) => {
  for (const pay of [${names.join(', ')}]) await pay(1)
  response.end()
})
server.listen(3000)
process.once('SIGTERM', () => server.close(() => pool.end()))
process.once('SIGINT', () => server.close(() => pool.end()))
`
  const users = names.map((name) => [`src/${name}.js`, paying(name, endOf(name))] as const)
  const files = new Map([['src/main.js', main], ['src/ledger.js', ledger], ...users])
  const { findings } = createAnalysis(storyHost(files)).check()
  return findings
    .filter(({ rule }) => rule === 'require-scoped-cleanup' || rule === 'require-transaction-end')
    .map(({ rule, place }) => `${rule} ${place.file}`)
}
