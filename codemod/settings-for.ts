import { relative, resolve } from 'node:path'
import { InvalidConfig, readSettings, type Settings } from '../project/index.ts'
import { CannotRun } from './cannot-run.ts'
import { toTarget } from './selection/targets.ts'

export interface SettingsAt extends Settings {
  /** The folder whose configuration has them. */
  readonly root: string
}

/**
 * The settings in the configuration around the first path, with files as a person would type them where it was started.
 * @throws {CannotRun} when the path is missing, or the configuration makes no sense
 */
export function settingsFor(startedIn: string, [first = '.']: readonly string[]): SettingsAt {
  const { root } = toTarget(startedIn, first)
  try {
    const { baseline, ...settings } = readSettings(root)
    return {
      ...settings,
      ...(baseline !== undefined && { baseline: relative(startedIn, resolve(root, baseline)) }),
      root,
    }
  } catch (error) {
    throw error instanceof InvalidConfig ? new CannotRun(error.message) : error
  }
}
