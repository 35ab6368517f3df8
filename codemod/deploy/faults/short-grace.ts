import type { Evidence, Place, Stop } from '../../../analysis/index.ts'
import type { DeployFinding, DeploySuggestion } from '../finding.ts'
import { sayMilliseconds } from '../milliseconds.ts'

export interface Grace {
  /** Who kills. */
  readonly platform: string
  /** When, counted from the signal or from the hook before it, in ms. */
  readonly graceMs: number
  /** How long the hook before the signal takes of that, in ms. */
  readonly hookMs?: number
  /** How long the stop may take by itself, in ms. */
  readonly deadlineMs: number | undefined
  readonly place: Place
  readonly because: readonly Evidence[]
  /** The setting with a value: `stop_grace_period: 35s`. */
  readonly setting: (ms: number) => string
  readonly suggestions?: readonly DeploySuggestion[]
}

/** What a stop needs beyond its own deadline until the process is really gone, in ms. */
const MARGIN = 5000
const BASE = { rule: 'require-grace-period', verdict: 'short-grace', confidence: 'certain' } as const

/** What kills a stop before it has to be over. */
export function shortGrace(grace: Grace): DeployFinding[] {
  const { platform, graceMs, hookMs = 0, deadlineMs, place, because, setting, suggestions = [] } = grace
  const said = sayMilliseconds(graceMs)
  if (hookMs > 0 && hookMs >= graceMs) {
    const remedy = `raise it, as in \`${setting(hookMs + (deadlineMs ?? 0) + MARGIN)}\``
    const data = { hook: sayMilliseconds(hookMs), grace: said, remedy }
    return [{ ...BASE, place, because, message: 'graceSpent', data, suggestions }]
  }
  const needed = hookMs + (deadlineMs ?? 0)
  if (deadlineMs === undefined || needed <= graceMs) return []
  const hook = hookMs > 0 ? `${sayMilliseconds(hookMs)} before the signal and ` : ''
  const deadline = `${hook}${sayMilliseconds(deadlineMs)}`
  const data = { platform, grace: said, deadline, remedy: `write \`${setting(needed + MARGIN)}\`` }
  return [{ ...BASE, place, because, message: 'graceTooShort', data, suggestions }]
}

/** The deadline of a program, unless its environment says another one. */
export function deadlineOf(program: Stop | undefined, environment: string | undefined): number | undefined {
  const told = environment === undefined || !/^\d+$/.test(environment) ? undefined : Number(environment)
  return told ?? program?.deadlineMs
}
