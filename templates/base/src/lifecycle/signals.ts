import { sinceStop, stop } from './stopping.ts'

const IMPATIENCE_MS = 1_000 // npm and Heroku deliver one signal twice within milliseconds; a person waits longer

// Heard from the moment this module is loaded, before anything is acquired: PID 1 has no default action to fall back on.
process.on('SIGTERM', stop).on('SIGINT', (signal) => {
  if (sinceStop() >= IMPATIENCE_MS) process.exit(130)
  stop(signal)
})
