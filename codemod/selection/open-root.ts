import { InvalidConfig, openProject, readSettings, type Project } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'

export interface Opened {
  readonly project: Project
  readonly ignore: readonly string[]
}

/** Opens a folder with the settings that stand in it. @throws {CannotRun} when they make no sense */
export function openRoot(root: string): Opened {
  try {
    const { ignore = [] } = readSettings(root)
    return { project: openProject(root, { ignore }), ignore }
  } catch (error) {
    throw error instanceof InvalidConfig ? new CannotRun(error.message) : error
  }
}
