import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entityFiles } from './entity-files.ts'
import { serviceFiles } from './service-files.ts'
import { sharedFiles } from './shared-files.ts'

/** Files by their path. */
export type Files = Readonly<Record<string, string>>

const ENTITIES = [
  ...['account', 'address', 'balance', 'basket', 'booking', 'campaign', 'carrier', 'contract', 'coupon', 'customer'],
  ...['delivery', 'discount', 'document', 'invoice', 'ledger', 'listing', 'message', 'order', 'parcel', 'payment'],
  ...['payout', 'price', 'product', 'refund', 'report', 'review', 'seat', 'shipment', 'stock', 'supplier', 'ticket'],
]
const EACH = 8

/**
 * Writes a workspace of services as companies have them: each with a server, a pool, a cache, a queue, timers and eight
 * entities with routes, a controller, a service, a repository and a model. Always the same for the same number. Returns
 * the number of source files.
 */
export function writeServiceTree(folder: string, services: number): number {
  const files: Record<string, string> = {
    'package.json': json({ name: 'company', private: true, workspaces: ['packages/*', 'services/*'] }),
    'packages/shared/package.json': json({ name: '@company/shared', type: 'module', main: 'src/index.ts' }),
    ...under('packages/shared/src', sharedFiles()),
  }
  for (let index = 0; index < services; index++) Object.assign(files, oneService(index))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return Object.keys(files).filter((path) => path.endsWith('.ts')).length
}

function oneService(index: number): Files {
  const name = `service-${index}`
  const entities = Array.from({ length: EACH }, (_, step) => ENTITIES[(index * 5 + step * 3) % ENTITIES.length] ?? '')
  return under(`services/${name}`, {
    'package.json': json({
      name: `@company/${name}`,
      type: 'module',
      scripts: { start: 'node src/main.ts' },
      dependencies: { '@company/shared': '*', bullmq: '*', express: '*', ioredis: '*', pg: '*' },
    }),
    ...under('src', serviceFiles(index, entities)),
    ...Object.fromEntries(entities.flatMap((entity) => Object.entries(under(`src/${entity}`, entityFiles(entity))))),
  })
}

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]))
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
