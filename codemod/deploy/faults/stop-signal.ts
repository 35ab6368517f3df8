import type { Place, Stop } from '../../../analysis/index.ts'
import type { DeployFinding } from '../finding.ts'

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  15: 'SIGTERM',
  19: 'SIGSTOP',
}

/** A signal as people write it, `9`, `KILL` or `SIGKILL`, by its name. */
export function signalNamed(written: string): string {
  const bare = written
    .trim()
    .replaceAll(/^["']|["']$/g, '')
    .toUpperCase()
  return NUMBERS[bare] ?? (bare.startsWith('SIG') ? bare : `SIG${bare}`)
}

export interface StopSignal {
  readonly signal: string
  /** The setting as it should be: `STOPSIGNAL SIGTERM`. */
  readonly remedy: (signal: string) => string
  readonly program: Stop | undefined
  readonly place: Place
}

/** A signal that ends the process as if its plug was pulled, or that it does not listen to. */
export function wrongStopSignal({ signal, remedy, program, place }: StopSignal): DeployFinding[] {
  const base = { rule: 'require-stop-signal', place, because: [], suggestions: [] } as const
  if (signal === 'SIGKILL' || signal === 'SIGSTOP') {
    const data = { signal, remedy: `write \`${remedy('SIGTERM')}\`` }
    return [{ ...base, verdict: 'uncatchable-signal', confidence: 'certain', message: 'uncatchable', data }]
  }
  // Of what hears no signal at all the code tells.
  if (!program || program.signals.size === 0 || program.signals.has(signal)) return []
  const heard = [...program.signals]
  const best = program.signals.has('SIGTERM') ? 'SIGTERM' : (heard[0] ?? 'SIGTERM')
  const name = program.entry.slice(program.entry.lastIndexOf('/') + 1)
  const data = { signal, program: name, heard: heard.join(' and '), remedy: `write \`${remedy(best)}\`` }
  return [{ ...base, verdict: 'unheard-signal', confidence: 'certain', message: 'unheard', data }]
}
