import type { Readable } from 'node:stream'

/** What a process has written so far, and a promise of what it will. */
export interface Heard {
  readonly text: () => string
  readonly said: (wanted: RegExp) => Promise<RegExpExecArray>
}

export function heard(stream: Readable): Heard {
  let all = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    all += chunk
  })
  return {
    text: () => all,
    said(wanted) {
      const { promise, resolve } = Promise.withResolvers<RegExpExecArray>()
      function look(): void {
        const found = wanted.exec(all)
        if (!found) return
        stream.off('data', look)
        resolve(found)
      }
      stream.on('data', look)
      look()
      return promise
    },
  }
}
