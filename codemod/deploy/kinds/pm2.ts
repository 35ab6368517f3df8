import { posix } from 'node:path'
import type { Stop } from '../../../analysis/index.ts'
import { dataAt, entryAt, itemsOf, numberOf, textOf, type Data, type Entry } from '../data/data.ts'
import { readProgram } from '../data/read-program.ts'
import { readYaml } from '../data/read-yaml.ts'
import { shortKillTimeout } from '../faults/pm2-settings.ts'
import { deadlineOf } from '../faults/short-grace.ts'
import type { DeployFinding, DeploySuggestion } from '../finding.ts'
import { isForProduction } from '../is-for-production.ts'
import type { DeployFile, Kind } from '../kind.ts'
import { placeIn } from '../place-in.ts'
import { packageAt, programOf } from '../repository.ts'

// https://pm2.keymetrics.io/docs/usage/application-declaration/

const pm2: Kind = {
  isOne: (path) =>
    /(^|\/)((ecosystem|pm2)(\.[\w-]+)*\.([cm]?js|ts|json|ya?ml)|(process|pm2|processes)\.(json|ya?ml))$/.test(path),
  judge(deployFile) {
    const { file, text } = deployFile
    const contents = /\.[cm]?[jt]s$/.test(file) ? [readProgram(file, text)] : readYaml(text)
    return contents.flatMap((content) => {
      const apps = dataAt(content, 'apps')
      const list = apps ? (apps.kind === 'mapping' ? [apps] : itemsOf(apps)) : itemsOf(content)
      return list.flatMap((app) => judgeApp(deployFile, app))
    })
  },
}

export default pm2

function judgeApp(deployFile: DeployFile, app: Data): readonly DeployFinding[] {
  const { host, file, text } = deployFile
  const script = entryAt(app, 'script')
  const path = textOf(script?.value)
  const name = textOf(dataAt(app, 'name')) ?? ''
  if (!script || path === undefined || !isForProduction(name) || !isNode(app, path)) return []
  const cwd = textOf(dataAt(app, 'cwd')) ?? '.'
  const folder = posix.join(posix.dirname(file), posix.isAbsolute(cwd) ? '.' : cwd)
  const program = programOf(host, packageAt(host, folder)?.folder ?? folder, [path])
  const killTimeout = entryAt(app, 'kill_timeout')
  // A value that only running the file would tell is one.
  if (killTimeout && numberOf(killTimeout.value) === undefined) return []
  const at = killTimeout ?? script
  const told = textOf(dataAt(app, 'env', 'SHUTDOWN_TIMEOUT_MS'))
  return [
    ...shortKillTimeout({
      killTimeoutMs: numberOf(killTimeout?.value),
      deadlineMs: deadlineOf(program, told),
      program,
      place: placeIn(file, text, at.start, at.end),
      setting: (ms) => `kill_timeout: ${ms}`,
      suggest: (ms) => suggestTimeout(text, script, killTimeout, ms),
    }),
    ...neverReady(deployFile, app, program),
  ]
}

/** Whether Node runs it: PM2 runs what else it is told to. */
function isNode(app: Data, path: string): boolean {
  const interpreter = textOf(dataAt(app, 'interpreter')) ?? 'node'
  return /node|bun|tsx/.test(interpreter) && /\.[cm]?[jt]s$|^[^.]*$/.test(path)
}

function suggestTimeout(text: string, script: Entry, killTimeout: Entry | undefined, ms: number): DeploySuggestion[] {
  const data = { deadline: `${ms} ms` }
  if (killTimeout) {
    const { start, end } = killTimeout.value
    return [{ id: 'setKillTimeout', data, edits: [{ start, end, text: String(ms) }] }]
  }
  // A line of its own below the script, written as that is.
  const lineStart = text.lastIndexOf('\n', script.start) + 1
  const indent = text.slice(lineStart, script.start)
  if (!/^[ \t]+$/.test(indent)) return []
  const quote = /^["']/.exec(text.slice(script.start))?.[0] ?? ''
  const added = `${quote}kill_timeout${quote}: ${ms},\n${indent}`
  return text.slice(script.end).startsWith(',') || quote !== ''
    ? [{ id: 'setKillTimeout', data, edits: [{ start: script.start, end: script.start, text: added }] }]
    : []
}

/** PM2 waits for the message `ready`, and as long as `listen_timeout` where it never comes. */
function neverReady({ host, file, text }: DeployFile, app: Data, program: Stop | undefined): DeployFinding[] {
  const waits = entryAt(app, 'wait_ready')
  if (!waits || textOf(waits.value) !== 'true' || !program) return []
  const sends = [...program.files].some((each) =>
    /process\s*(\?\.|\.|!\.)\s*send\b|['"`]ready['"`]/.test(host.read(each) ?? ''),
  )
  if (sends) return []
  return [
    {
      rule: 'require-ready-message',
      verdict: 'never-ready',
      confidence: 'likely',
      place: placeIn(file, text, waits.start, waits.end),
      message: 'neverReady',
      data: { program: program.entry.slice(program.entry.lastIndexOf('/') + 1) },
      because: [],
      suggestions: [],
    },
  ]
}
