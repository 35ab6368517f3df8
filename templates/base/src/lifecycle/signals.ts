/** Why the process stops (the message), and when it was asked to, in ms on the clock of `performance.now()`. */
export class Stopping extends Error {
  override readonly name = 'Stopping'
  readonly at: number = performance.now()
}

const IMPATIENCE_MS = 1_000 // npm and Heroku deliver one signal twice within milliseconds; a person waits longer
const controller = new AbortController()

/** Aborted once, with a `Stopping` as its reason, when the process is first asked to stop. */
export const stopping: AbortSignal = controller.signal

/** The first call stops the process; later ones change nothing. */
export function stop(why: string): void {
  controller.abort(new Stopping(why))
}

/** Milliseconds since the process was asked to stop; 0 while it was not. */
export function sinceStop(): number {
  return stopping.reason instanceof Stopping ? Math.round(performance.now() - stopping.reason.at) : 0
}

// Heard from the moment this module is loaded, before anything is acquired: PID 1 has no default action to fall back on.
process.on('SIGTERM', stop).on('SIGINT', (signal) => {
  if (sinceStop() >= IMPATIENCE_MS) process.exit(130)
  stop(signal)
})
