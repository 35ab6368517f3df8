import type { Held } from '../../analysis/index.ts'
import type { Adoption, ImportToAdd } from '../edits/index.ts'
import type { Refusal } from './recipe.ts'
import { releaseTextOf } from './release-text.ts'
import type { Workshop } from './workshop.ts'

/** What `adoptServer` drains. */
const DRAINED = new Set([
  'node:http#Server',
  'node:https#Server',
  'node:net#Server',
  'node:tls#Server',
  'node:http2#Http2Server',
  'node:http2#Http2SecureServer',
])

/** How something is adopted where it is acquired. */
export function adoptionOf(
  held: Held,
  workshop: Workshop,
): (Adoption & { readonly imports: readonly ImportToAdd[] }) | Refusal {
  const { file, start, end } = held.acquired
  if (DRAINED.has(held.type)) {
    const label = held.type.startsWith('node:http') ? 'http' : 'server'
    return { start, end, adopter: 'adoptServer', name: 'server', label, imports: [] }
  }
  const release = releaseTextOf(held, calleeOf(held, workshop), /\.[cm]?tsx?$/.test(file))
  if (!release) return { why: 'Nothing that could be called there lets go of it.' }
  const { imports, namespace } = release
  const name = nameOf(held)
  const server = serverOf(held)
  return {
    start,
    end,
    adopter: 'adopt',
    name,
    release,
    // What the module has opened goes by the module's name.
    ...(release.usesIt ? {} : { label: name }),
    ...(namespace === undefined ? {} : { standIn: namespace }),
    // Its own close waits for no connection that is busy.
    ...(server === undefined ? {} : { also: (it: string) => `adoptServer('http', ${it}${server})` }),
    imports: imports === undefined ? [] : [{ from: held.from, names: [imports] }],
  }
}

/** Where a framework keeps the server whose busy connections its own close does not wait for, or waits for without end. */
function serverOf({ type, acquire }: Held): string | undefined {
  if (type === 'fastify#FastifyInstance') return '.server'
  return acquire === 'NestFactory.create()' ? '.getHttpServer()' : undefined
}

/** What is called to acquire it, as the code writes it: `mongoose.connect`. */
export function calleeOf({ acquired: { file, start, end } }: Held, workshop: Workshop): string {
  const call = workshop.textOf(file).slice(start, end)
  return /^(?:new\s+)?([\w$.#\s?!]+)[(<]/.exec(call)?.[1]?.replaceAll(/[\s?!]/g, '') ?? ''
}

/** What things of Node's are called that have no name of their own. */
const NAMES: Readonly<Record<string, string>> = {
  'node:timers': 'timer',
  'node:child_process': 'child',
  'node:worker_threads': 'worker',
  'node:fs': 'file',
  'node:net': 'socket',
}

/** What it is called where the code gives it no name: `prismaClient`, `mongoose`, `timer`. */
function nameOf({ module, acquire }: Held): string {
  const known = NAMES[module]
  if (known !== undefined) return known
  const [, made] = /^new (?:\w+\.)*(\w+)\(\)$/.exec(acquire) ?? []
  if (made !== undefined && made !== 'Client') return made.charAt(0).toLowerCase() + made.slice(1)
  const own = module.split('/').at(-1) ?? module
  return own === 'client' || own === 'node' ? (module.split('/').at(-2) ?? own).replace('@', '') : own
}
