import { nestHook } from '../edits/index.ts'
import { calleeOf } from './adoption.ts'
import type { Recipe } from './recipe.ts'
import { releaseTextOf } from './release-text.ts'

const APPLICATION = '@nestjs/core#NestApplication'

/**
 * In a Nest program: the class that holds something releases it in a hook of its own. The application itself is adopted:
 * with `enableShutdownHooks()` nothing bounds the wait, and Nest ends by the signal, so that a clean stop is none.
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
  if (!edits)
    return { why: 'No class holds it whose hook Nest would run: a provider that releases it has to be written.' }
  const isNew = edits.some((edit) => edit.text.includes('OnApplicationShutdown'))
  const imports = isNew ? [{ from: '@nestjs/common', names: ['OnApplicationShutdown'] }] : []
  const what = `\`${data.call ?? held.acquire}\` is released in a hook that Nest runs on SIGTERM and SIGINT.`
  return { what, changes: [{ file, edits, imports }], files: new Map() }
}
