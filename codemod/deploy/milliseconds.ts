const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  msec: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
}

/** A time as Compose and systemd write it, `1m30s`, `1min 30s` or `35` (seconds), in ms; undefined: it is none. */
export function readMilliseconds(text: string): number | undefined {
  const bare = text.trim()
  if (/^\d+(\.\d+)?$/.test(bare)) return Number(bare) * 1000
  if (!/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/i.test(bare)) return undefined
  let sum = 0
  for (const [, number = '', unit = ''] of bare.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi)) {
    const factor = UNITS[unit.toLowerCase()]
    if (factor === undefined) return undefined
    sum += Number(number) * factor
  }
  return sum
}

/** A time in ms for a sentence: `1.6 s`. */
export function sayMilliseconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`
}
