import { CannotRun } from '../cannot-run.ts'
import { PATHS, type Command } from '../command-line/index.ts'

const HTML = {
  name: 'html',
  value: 'FILE',
  example: 'graceful.html',
  description: 'write one page that needs no network: what each program opens, and how it stops',
}

const MERMAID = {
  name: 'mermaid',
  value: 'FILE',
  isOptional: true,
  example: 'graceful.md',
  description: 'print the same as Mermaid diagrams in Markdown, or write them to FILE',
} as const

const report: Command = {
  name: 'report',
  summary: 'draws what each program opens, what a signal reaches, and what is left open; changes no file',
  words: PATHS,
  flags: [HTML, MERMAID],
  exits: ['nothing was found', 'something was found'],
  examples: [
    'report --html graceful.html',
    'report apps/api --mermaid',
    'report --html graceful.html --mermaid=graceful.md',
  ],
  async run(asked) {
    if (!asked.has(HTML) && !asked.has(MERMAID)) {
      throw new CannotRun(
        'report needs to know what to draw: --html=FILE for a page, --mermaid for diagrams in Markdown.',
      )
    }
    const { runReport } = await import('../run-report.ts')
    return runReport({ paths: asked.words, html: asked.valueOf(HTML), mermaid: asked.valueOf(MERMAID) })
  },
}

export default report
