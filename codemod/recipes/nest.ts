import type { Held } from '../../analysis/index.ts'
import { nestHook, nestRootHook, type ImportToAdd, type TextEdit } from '../edits/index.ts'
import { calleeOf } from './adoption.ts'
import type { FileChange, Recipe } from './recipe.ts'
import { releaseTextOf } from './release-text.ts'
import type { Workshop } from './workshop.ts'

const APPLICATION = '@nestjs/core#NestApplication'

/**
 * In a Nest program: the class that holds something releases it in a hook of its own, and the root module what no class
 * holds. The application itself is adopted: with `enableShutdownHooks()` nothing bounds the wait, and Nest ends by the
 * signal, so that a clean stop is none.
 */
export const nest: Recipe = ({ held, data }, workshop) => {
  if (!held?.program.servers.some(({ type }) => type.startsWith(APPLICATION))) return undefined
  if (held.type.startsWith(APPLICATION)) return undefined
  const { file, start, end } = held.acquired
  const text = workshop.textOf(file)
  const release = releaseTextOf(held, calleeOf(held, workshop), true)
  if (!release) return { why: 'Nothing that could be called there lets go of it.' }
  const isInterfaceKnown = workshop.dependsOn(file, '@nestjs/common')
  const written = held.written.filter((place) => place.file === file).map((place) => place.start)
  const edits = nestHook(text, {
    start,
    end,
    written,
    isInterfaceKnown,
    release: { ...release, isAwaited: release.settles !== 'sync' },
  })
  const what = `\`${data.call ?? held.acquire}\` is released in a hook that Nest runs on SIGTERM and SIGINT.`
  const change = edits ? { file, edits, imports: importsFor(edits) } : inRootModule(held, workshop)
  if (!change)
    return { why: 'No class holds it whose hook Nest would run: a provider that releases it has to be written.' }
  return { what, changes: [change], files: new Map() }
}

/** What the module lets go of by itself may be let go of anywhere: `close()` of Sentry. */
function inRootModule(held: Held, workshop: Workshop): FileChange | undefined {
  const root = held.program.servers.find(({ type, root }) => root && type.startsWith(APPLICATION))?.root
  const release = releaseTextOf(held, '', true)
  if (!root || !release?.imports || release.usesIt || !workshop.dependsOn(root.file, held.from)) return undefined
  const { file, name } = root
  const act = `${release.settles === 'sync' ? '' : 'await '}${release.write('')}`
  const isInterfaceKnown = workshop.dependsOn(file, '@nestjs/common')
  const edits = nestRootHook(workshop.textOf(file), { name, act, isInterfaceKnown })
  if (!edits) return undefined
  return { file, edits, imports: [...importsFor(edits), { from: held.from, names: [release.imports] }] }
}

function importsFor(edits: readonly TextEdit[]): ImportToAdd[] {
  const isNew = edits.some((edit) => edit.text.includes('OnApplicationShutdown'))
  return isNew ? [{ from: '@nestjs/common', names: ['OnApplicationShutdown'] }] : []
}
