import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Linter {
  lintFiles: (paths: string[], recursively: boolean) => { messages: { rule: string; message: string }[] }[]
}

// Its types are written for bundlers, and resolve to nothing here.
const { DCLinter } = createRequire(import.meta.url)('dclint') as { DCLinter: new (config: object) => Linter }

/** Where a compose.yaml departs from the Compose specification. */
export function composeFaults(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'))
  try {
    writeFileSync(join(folder, 'compose.yaml'), text)
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] })
    const messages = linter.lintFiles([folder], false).flatMap((file) => file.messages)
    // The rest are matters of style.
    return messages.filter(({ rule }) => /^invalid-|^unknown-error$/.test(rule)).map(({ message }) => message)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
