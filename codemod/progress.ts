import type { WriteStream } from 'node:tty'

export interface Progress {
  readonly update: (done: number, of: number) => void
  /** Takes the bar away. */
  readonly end: () => void
}

const EVERY_MS = 50
const WIDTH = 24
const CLEAR_LINE = '\r\u001B[K'

/** A bar on a terminal; elsewhere nothing, so that a log stays a log. */
export function showProgress(stream: WriteStream): Progress {
  if (!stream.isTTY || process.env.TERM === 'dumb') return { update: () => undefined, end: () => undefined }
  let drawnAt = -Infinity
  return {
    update(done, of) {
      const now = performance.now()
      if (now - drawnAt < EVERY_MS && done < of) return
      drawnAt = now
      const full = Math.round((WIDTH * done) / of)
      stream.write(`${CLEAR_LINE}${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${of} files`)
    },
    end() {
      if (drawnAt > -Infinity) stream.write(CLEAR_LINE)
    },
  }
}
