import { applyBaseline, assertBaseline, type BaselineUse } from './baseline/apply-baseline.ts'
import { defaultCacheFolder, openDiskCache } from './cache/disk-cache.ts'
import type { CacheStore } from './cache/cache-store.ts'
import { CannotRun } from './cannot-run.ts'
import { checkShown } from './check-shown.ts'
import {
  ADD_TO_BASELINE,
  BASELINE,
  CACHE,
  CACHE_LOCATION,
  CHANGED,
  EXIT_ZERO,
  FORMAT,
  OUTPUT,
  PRUNE_BASELINE,
  SHARD,
  STRICT,
  type Asked,
} from './command-line/index.ts'
import { exitCodeOf } from './exit-codes.ts'
import { assertWritable } from './output-file.ts'
import { publish, toFormat } from './publish.ts'
import { readShard } from './selection/shards.ts'
import { settingsFor, type SettingsAt } from './settings-for.ts'

/**
 * Checks, and prints or writes what was found.
 * @returns the exit code
 * @throws {CannotRun}
 */
export async function runCheck(asked: Asked): Promise<number> {
  const startedIn = process.cwd()
  const settings = settingsFor(startedIn, asked.words)
  const output = asked.valueOf(OUTPUT)
  const format = toFormat(asked.valueOf(FORMAT) ?? settings.format)
  const shard = asked.valueOf(SHARD)
  const baseline = toBaseline(asked, settings)
  if (output !== undefined) assertWritable(output)
  if (baseline) assertBaseline(baseline)
  const report = await checkShown({
    startedIn,
    paths: asked.words,
    strict: asked.has(STRICT) || settings.strict === true,
    changedSince: asked.valueOf(CHANGED),
    shard: shard === undefined ? undefined : readShard(shard),
    cache: toCache(asked, settings),
  })
  const left = baseline ? applyBaseline(report, baseline) : report
  await publish(left, { format, output })
  return exitCodeOf(asked.has(EXIT_ZERO) ? { ...left, findings: [] } : left)
}

function toBaseline(asked: Asked, settings: SettingsAt): BaselineUse | undefined {
  const path = asked.valueOf(BASELINE) ?? settings.baseline
  const use = { add: asked.has(ADD_TO_BASELINE), prune: asked.has(PRUNE_BASELINE) }
  if (path !== undefined) return { path, ...use }
  if (!use.add && !use.prune) return undefined
  throw new CannotRun(
    `--${(use.add ? ADD_TO_BASELINE : PRUNE_BASELINE).name} needs --baseline=FILE: which one is meant?`,
  )
}

function toCache(asked: Asked, settings: SettingsAt): CacheStore | undefined {
  const location = asked.valueOf(CACHE_LOCATION)
  if (location === undefined && !asked.has(CACHE) && settings.cache !== true) return undefined
  return openDiskCache(location ?? defaultCacheFolder(settings.root), (why) => {
    console.error(why)
  })
}
