import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Pm2App = Record<string, unknown>

const require = createRequire(import.meta.url)
const pm2 = require('pm2/lib/tools/Config.js') as {
  schema: Record<string, { alias?: string[]; require?: boolean }>
  validateJSON: (app: Pm2App) => { errors: string[] }
}

/** Where an ecosystem file departs from what PM2 reads: its own validation lets unknown and missing keys pass. */
export function pm2Faults(text: string): string[] {
  const { apps, ...rest } = readEcosystem(text)
  const known = new Set(Object.entries(pm2.schema).flatMap(([key, { alias = [] }]) => [key, ...alias]))
  const unknown = apps.flatMap((app) => Object.keys(app)).filter((key) => !known.has(key) && !/^env_\S+$/.test(key))
  const required = Object.keys(pm2.schema).filter((key) => pm2.schema[key]?.require)
  return [
    ...[...Object.keys(rest), ...unknown].map((key) => `unknown key ${key}`),
    ...apps.flatMap((app) => required.filter((key) => !(key in app))).map((key) => `missing key ${key}`),
    ...apps.flatMap((app) => pm2.validateJSON(app).errors),
  ]
}

/** The apps of an ecosystem file, as PM2 loads it. */
export function readEcosystem(text: string): { apps: Pm2App[] } {
  const folder = mkdtempSync(join(tmpdir(), 'pm2-'))
  try {
    writeFileSync(join(folder, 'ecosystem.config.cjs'), text)
    return require(join(folder, 'ecosystem.config.cjs')) as { apps: Pm2App[] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
