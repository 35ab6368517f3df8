import { hiddenSignal } from '../faults/hidden-signal.ts'
import { deadlineOf, shortGrace } from '../faults/short-grace.ts'
import { signalNamed, wrongStopSignal } from '../faults/stop-signal.ts'
import type { DeployFinding } from '../finding.ts'
import type { DeployFile, Kind } from '../kind.ts'
import { readMilliseconds } from '../milliseconds.ts'
import { placeIn } from '../place-in.ts'
import { programOf } from '../repository.ts'
import { followCommand, type Followed } from '../shell/follow-command.ts'
import { simpleCommands } from '../shell/simple-commands.ts'
import { readUnit, type Setting } from '../data/read-unit.ts'

// https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html
const TIMEOUT_MS = 90_000

const systemd: Kind = {
  isOne: (path) => path.endsWith('.service'),
  judge(unit) {
    const settings = readUnit(unit.text)
    const start = settings.findLast(({ key, value }) => key === 'ExecStart' && value !== '')
    const followed = start && followStart(unit, start)
    return start && followed && followed.ends !== 'other' ? judgeService(unit, settings, start, followed) : []
  },
}

export default systemd

function judgeService(
  unit: DeployFile,
  settings: readonly Setting[],
  start: Setting,
  followed: Followed,
): readonly DeployFinding[] {
  const { host, file, text } = unit
  const last = (...keys: readonly string[]): Setting | undefined => settings.findLast(({ key }) => keys.includes(key))
  const placeOf = (setting: Setting) => placeIn(file, text, setting.start, setting.end)
  const program = programOf(host, followed.folder, followed.argv)
  const killSignal = last('KillSignal')
  const signal = signalNamed(killSignal?.value ?? 'SIGTERM')
  const timeout = last('TimeoutStopSec', 'TimeoutSec')
  // `infinity` and 0 never kill, and readMilliseconds knows neither as a limit.
  const timeoutMs = timeout ? readMilliseconds(timeout.value) : TIMEOUT_MS
  const mode = last('KillMode')?.value ?? 'control-group'
  const asList = (argv: readonly string[]): string => `ExecStart=/usr/bin/env ${argv.join(' ')}`
  const told = settings.flatMap(({ key, value }) => {
    return key === 'Environment' ? (/(?:^|[\s"'])SHUTDOWN_TIMEOUT_MS=(\d+)/.exec(value)?.[1] ?? []) : []
  })
  return [
    // The signal goes to every process of the unit, whatever stands between, unless the mode says otherwise.
    ...(mode === 'mixed' || mode === 'process'
      ? hiddenSignal(unit, { followed, start: start.valueStart, end: start.end, asList, signal })
      : []),
    ...killing(settings, placeOf),
    ...(killSignal
      ? wrongStopSignal({
          signal,
          program,
          remedy: (better) => `KillSignal=${better}`,
          place: placeOf(killSignal),
        })
      : []),
    ...(timeoutMs === undefined || timeoutMs === 0
      ? []
      : shortGrace({
          platform: 'systemd',
          graceMs: timeoutMs,
          deadlineMs: deadlineOf(program, told.at(-1)),
          place: placeOf(timeout ?? start),
          because: [],
          setting: (ms) => `TimeoutStopSec=${Math.ceil(ms / 1000)}`,
        })),
  ]
}

function killing(settings: readonly Setting[], placeOf: (setting: Setting) => DeployFinding['place']): DeployFinding[] {
  const found: DeployFinding[] = []
  const mode = settings.findLast(({ key }) => key === 'KillMode')
  const stops = settings.some(({ key, value }) => key === 'ExecStop' && value !== '')
  if (mode?.value === 'none' && !stops) {
    found.push({
      rule: 'require-stop-signal',
      verdict: 'unheard-signal',
      confidence: 'certain',
      place: placeOf(mode),
      message: 'noSignal',
      data: { setting: 'KillMode=none' },
      because: [],
      suggestions: [],
    })
  }
  const kills = settings.findLast(({ key }) => key === 'SendSIGKILL')
  if (kills && /^(no|false|off|0)$/i.test(kills.value)) {
    found.push({
      rule: 'require-grace-period',
      verdict: 'short-grace',
      confidence: 'likely',
      place: placeOf(kills),
      message: 'neverKilled',
      data: { setting: `SendSIGKILL=${kills.value}` },
      because: [],
      suggestions: [],
    })
  }
  return found
}

function followStart({ host }: DeployFile, { value }: Setting): Followed | undefined {
  // `-`, `@`, `:`, `+` and `!` say how it is run.
  const [command] = simpleCommands(value.replace(/^[-@:+!|]+/, '')) ?? []
  const argv = command?.words.map(({ text }) => text) ?? []
  return followCommand(argv, { host, folder: host.root, shell: 'unknown', findScript: () => undefined, rest: [] })
}
