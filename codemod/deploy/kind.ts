import type { DeployFinding } from './finding.ts'
import type { DeployHost } from './repository.ts'

/** A deploy file, and the repository that it is in. */
export interface DeployFile {
  readonly host: DeployHost
  readonly file: string
  readonly text: string
}

/** A kind of deploy file: it registers by standing in the folder `kinds`. */
export interface Kind {
  /** Whether a file is of this kind, by its path from the root of the repository, and by its text if need be. */
  isOne(path: string, readText: () => string): boolean
  judge(file: DeployFile): readonly DeployFinding[]
}
