import { beforeAll, describe } from 'vitest'
import type { LifecycleVariant } from '../../../codemod/lifecycle/index.ts'
import { describeLongLived } from '../clauses/long-lived.ts'
import { describeReadiness } from '../clauses/readiness.ts'
import { describeReleases } from '../clauses/releases.ts'
import { describeRequests } from '../clauses/requests.ts'
import { describeSignals } from '../clauses/signals.ts'
import { adoptedService } from './adopted-service.ts'

/** The clauses of the stop contract that ask for no start of ours, on a service that adopts what it acquires anywhere. */
export function describeAdopted(fixture: string, variant: LifecycleVariant, probeRoutes: string): void {
  let folder = ''
  beforeAll(() => {
    folder = adoptedService(fixture, variant, probeRoutes)
  })
  describe('signals', () => {
    describeSignals(() => folder)
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
    describeReleases(() => folder, ['http', 'second', 'first', 'websocket', 'sqlite'])
  })
}
