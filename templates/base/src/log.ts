import { pino } from 'pino'

/**
 * One JSON object a line, written at once: pino's own stream keeps lines back, and loses the last one at the exit.
 * https://nodejs.org/api/process.html#a-note-on-process-io
 */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  { write: (line) => process.stdout.write(line) },
)

// Whoever read the log is gone. No reason to stop serving.
process.stdout.on('error', () => undefined)
