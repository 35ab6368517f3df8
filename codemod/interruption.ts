const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

const undoing = new Set<() => void>()

/** Ends the program on Ctrl-C and on SIGTERM with the code that shells expect, when what was begun is tidied up. */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => {
      for (const undo of [...undoing].reverse()) undo()
      process.exit(code)
    })
  }
}

/** What to do when the program is interrupted; gives the function that takes it back. */
export function onInterruption(undo: () => void): () => void {
  undoing.add(undo)
  return () => {
    undoing.delete(undo)
  }
}
