import { describe, expect, onTestFinished, test } from 'vitest'
import { readTemplates } from '../../generators/templates.ts'
import { scaffold } from '../scaffold.ts'
import { createSqlite, databases, sumUp, type Database } from '../databases.ts'
import { restartInTurn } from './restart-in-turn.ts'

const ROUNDS = 3
const INSTANCES = 2

describe('two instances behind a proxy are restarted in turn, under load', () => {
  for (const { id: framework } of readTemplates().frameworks) {
    for (const { id, unreachable, create } of databases) {
      const skipped = unreachable === undefined ? '' : ` (skipped: ${unreachable})`
      test(`${framework} with ${id} loses no payment${skipped}`, { skip: skipped !== '' }, async () => {
        const { folder, database } = await createService(framework, id, create)

        const { answered, failures, lives } = await restartInTurn({
          folder,
          env: database.env,
          rounds: ROUNDS,
          signal: 'SIGTERM',
        })
        const books = await database.read()

        console.info(`${framework} with ${id}: ${answered.size} payments answered, ${failures.length} failed`)
        expect(lives.filter(({ isSeenInTime }) => !isSeenInTime)).toEqual([])
        expect(failures.slice(0, 5)).toEqual([])
        expect(books.payments).toEqual(answered)
        expect(books.balances).toEqual(sumUp(answered))
        expect(lives).toHaveLength((ROUNDS + 1) * INSTANCES)
        for (const { ending, lastLine } of lives) {
          expect(ending).toMatchObject({ exitCode: 0, signal: null })
          expect(lastLine).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
        }
      })
    }
  }

  // Without this one, a load that never meets a restart would pass all of the above.
  test('an instance that is killed loses payments, and the clients notice', async () => {
    const { folder, database } = await createService('http', 'sqlite', createSqlite)

    const { answered, failures } = await restartInTurn({ folder, env: database.env, rounds: 1, signal: 'SIGKILL' })
    const { payments } = await database.read()

    expect(failures.length).toBeGreaterThan(0)
    expect([...answered.keys()].filter((key) => !payments.has(key))).toEqual([])
  })
})

async function createService(framework: string, id: string, create: () => Promise<Database>) {
  const folder = scaffold({ framework, resources: [id] })
  const database = await create()
  onTestFinished(() => database.drop())
  return { folder, database }
}
