import { inspect } from 'node:util'

/** Writes each step of the stop as a line of JSON to stdout. */
export const log = { info: writer('info'), error: writer('error') }

function writer(level: string) {
  return (fields: object, msg: string): void => {
    const line = JSON.stringify({ level, time: Date.now(), ...fields, msg }, describeError)
    process.stdout.write(`${line}\n`)
  }
}

function describeError(key: string, value: unknown): unknown {
  if (key !== 'err') return value
  return value instanceof Error ? { message: value.message, stack: value.stack } : { message: inspect(value) }
}
