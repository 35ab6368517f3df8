import { beforeAll, describe } from 'vitest'
import { describeLongLived } from './clauses/long-lived.ts'
import { describeReadiness } from './clauses/readiness.ts'
import { describeReleases } from './clauses/releases.ts'
import { describeRequests } from './clauses/requests.ts'
import { describeSignals } from './clauses/signals.ts'
import { describeStarting } from './clauses/starting.ts'
import { scaffoldProbed } from './probed-service.ts'

/** The stop contract, clause by clause, on the real process of a service scaffolded with this framework. */
export function describeContract(framework: string, releaseOrder: readonly string[]): void {
  let folder = ''
  beforeAll(() => {
    folder = scaffoldProbed(framework)
  })
  describe('signals', () => {
    describeSignals(() => folder)
  })
  describe('starting', () => {
    describeStarting(() => folder)
  })
  describe('readiness', () => {
    describeReadiness(() => folder)
  })
  describe('requests', () => {
    describeRequests(() => folder)
  })
  describe('long-lived connections', () => {
    describeLongLived(() => folder)
  })
  describe('releases', () => {
    describeReleases(() => folder, releaseOrder)
  })
}
