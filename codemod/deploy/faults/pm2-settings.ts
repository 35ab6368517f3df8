import type { Place, Stop } from '../../../analysis/index.ts'
import type { DeployFinding, DeploySuggestion } from '../finding.ts'
import { shortGrace } from './short-grace.ts'

/** https://pm2.keymetrics.io/docs/usage/signals-clean-restart/ */
const KILL_TIMEOUT = 1600

export interface Pm2Settings {
  readonly killTimeoutMs: number | undefined
  readonly deadlineMs: number | undefined
  readonly program: Stop | undefined
  readonly place: Place
  /** `kill_timeout: 35000`, or the flag. */
  readonly setting: (ms: number) => string
  readonly suggest?: (ms: number) => readonly DeploySuggestion[]
}

/** PM2 sends SIGINT, and SIGKILL after `kill_timeout`: 1.6 s, unless told. */
export function shortKillTimeout(settings: Pm2Settings): DeployFinding[] {
  const { killTimeoutMs, deadlineMs, program, place, setting, suggest } = settings
  if (killTimeoutMs !== undefined || deadlineMs !== undefined) {
    const suggestions = deadlineMs === undefined ? [] : (suggest?.(deadlineMs + 5000) ?? [])
    const graceMs = killTimeoutMs ?? KILL_TIMEOUT
    return shortGrace({ platform: 'PM2', graceMs, deadlineMs, place, because: [], setting, suggestions })
  }
  // What is not known may be no service at all.
  if (!program) return []
  return [
    {
      rule: 'require-grace-period',
      verdict: 'short-grace',
      // What hears nothing is gone at once, until that is mended.
      confidence: program.signals.has('SIGINT') ? 'certain' : 'likely',
      place,
      message: 'graceUnset',
      data: { platform: 'PM2', grace: '1.6 s', remedy: `say how long a stop may take, as in \`${setting(35_000)}\`` },
      because: [],
      suggestions: [],
    },
  ]
}
