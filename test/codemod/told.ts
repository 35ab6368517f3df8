import { createAnalysis, sayFinding } from '../../analysis/index.ts'
import type { ToldReport } from '../../codemod/report.ts'
import { toReported } from '../../codemod/to-reported.ts'
import { withFingerprints } from '../../codemod/with-fingerprints.ts'
import { storyHost } from '../analysis/story-host.ts'

/** The report on files that stand in `/repo`. */
export function told(files: Readonly<Record<string, string>>): ToldReport {
  const texts = new Map(Object.entries(files).map(([file, text]) => [`/repo/${file}`, text]))
  const textOf = (file: string): string | undefined => texts.get(file)
  const { findings, programs, unreadable, read } = createAnalysis(storyHost(texts)).tell()
  return {
    startedIn: '/repo',
    strict: true,
    read: read - unreadable.length,
    judged: new Set(texts.keys()),
    findings: withFingerprints(
      findings.map((each) => toReported(each, sayFinding(each), '/repo')),
      textOf,
    ),
    suppressed: 0,
    known: 0,
    programs,
    unreadable,
    notes: [],
    textOf,
  }
}

const OPENING = {
  'package.json': '{\n  "scripts": { "start": "node src/main.js" }\n}\n',
  'src/db.js': "import { Pool } from 'pg'\n\nexport const pool = new Pool()\n",
  'src/cache.js':
    "import { createClient } from 'redis'\n\nexport const cache = createClient()\nawait cache.connect()\n",
}

const SERVING = `import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { pool } from './db.js'
import { cache } from './cache.js'

const server = createServer((request, response) => {
  pool.query('SELECT 1').then(() => cache.get('rate')).then(() => response.end())
})
server.listen(8080)
`

/** It stops right: the server first, then what it needed. */
export const SOUND = {
  ...OPENING,
  'src/main.js': `${SERVING}
async function stop() {
  setTimeout(() => process.exit(1), 10_000).unref()
  try {
    await promisify(server.close).call(server)
    await Promise.all([pool.end(), cache.quit()])
    process.exit(0)
  } catch {
    process.exit(1)
  }
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
`,
}

/** It forgets the cache, waits for nothing, and does not hear SIGINT. */
export const HASTY = {
  ...OPENING,
  'src/main.js': `${SERVING}
process.on('SIGTERM', () => {
  server.close()
  pool.end()
  process.exit(0)
})
`,
  'src/broken.js': 'const pool = {\n',
}

/** What is acquired by code that would like to be more than text, in a file that would, too. */
const HOSTILE_FILE = `src/<img src=x onerror=alert(1)>"'&\u202E.js`
export const HOSTILE = {
  ...OPENING,
  [HOSTILE_FILE]: [
    "import { Pool } from 'pg'",
    '// </script><script>document.title = "taken"</script> \u202E <!--',
    'export const pool = new Pool({ name: "</style></pre><img src=x onerror=\'document.title=1\'>${1}`" })',
    'setInterval(() => pool.query("SELECT 1"), 60_000)',
    "process.on('SIGTERM', () => {})",
    '',
  ].join('\n'),
}
