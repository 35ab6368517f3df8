import type { Evidence, Place } from '../../analysis/index.ts'
import type { Report, Reported } from '../../codemod/report.ts'

/** Findings in files that are nowhere but here, as a check would report them. */
const DB = ['// The pool is shared.', '', '\texport const pool = new Pool({', '\t  max: 4,', '\t})', ''].join('\n')
const MAIN = "import { pool } from './db.ts'\n\nprocess.on('exit', () => pool.end())\n"
const TEXTS: Readonly<Record<string, string>> = {
  '/repo/src/db.ts': DB,
  '/repo/src/main.ts': MAIN,
  '/repo/src/a b/100%/ü#?.ts': 'new Pool()\n',
  '/elsewhere/lib.ts': '\n\nopen()\n',
  '/repo/src/long.ts': `${'x'.repeat(500)};new Pool();${'y'.repeat(500)}\n`,
  '/repo/src/\u001B[31mred.ts': 'open(\u001B[2J)\n',
}

function place(file: string, code: string): Place {
  const text = TEXTS[file] ?? ''
  const start = text.indexOf(code)
  const from = pointOf(text, start)
  const to = pointOf(text, start + code.length)
  const end = start + code.length
  return { file, start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

export function pointOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)?.length ?? 0 }
}

export function finding(file: string, code: string, because: readonly Evidence[] = []): Reported {
  return {
    rule: 'require-cleanup',
    verdict: 'missing',
    confidence: 'certain',
    place: place(file, code),
    said: '`new Pool()` stays open on SIGTERM: call `.end()` once running work has drained.',
    because,
    fingerprint: '0123456789abcdef0123456789abcdef',
  }
}

export function report(findings: readonly Reported[], more: Partial<Report> = {}): Report {
  return {
    startedIn: '/repo',
    strict: true,
    read: 9,
    judged: new Set(Object.keys(TEXTS)),
    findings,
    suppressed: 0,
    known: 0,
    unreadable: [],
    notes: [],
    textOf: (file) => TEXTS[file],
    ...more,
  }
}

export const POOL = finding('/repo/src/db.ts', 'new Pool({\n\t  max: 4,\n\t})', [
  { place: place('/repo/src/db.ts', 'pool ='), what: 'It is kept in `pool`.' },
  { place: place('/repo/src/main.ts', 'pool.end()'), what: 'It is released here, which no signal reaches.' },
])
export const LIKELY: Reported = {
  ...finding('/elsewhere/lib.ts', 'open()'),
  confidence: 'likely',
  rule: 'require-exit',
}
export const UNREADABLE = { file: '/repo/src/broken.ts', line: 3, why: 'Unexpected token' }
