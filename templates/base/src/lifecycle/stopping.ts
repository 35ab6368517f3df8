const controller = new AbortController()
let stoppedAt: number | undefined

/** Aborted once, when the process is first asked to stop. Its reason says by what. */
export const stopping: AbortSignal = controller.signal

/** The first call stops the process; later ones change nothing. */
export function stop(why: string): void {
  stoppedAt ??= performance.now()
  controller.abort(Object.assign(new Error(why), { name: 'Stopping' }))
}

/** Milliseconds since the process was asked to stop; 0 while it was not. */
export const sinceStop = (): number => (stoppedAt === undefined ? 0 : Math.round(performance.now() - stoppedAt))
