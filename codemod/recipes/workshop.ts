import type { HoldingProgram } from '../../analysis/index.ts'
import type { Refusal } from './recipe.ts'

/** What a recipe may look at. It changes nothing itself. */
export interface Workshop {
  /** The text of a file as it stands, without a byte order mark. */
  textOf(file: string): string
  /** How a file imports another one. */
  specifier(from: string, to: string): string
  /** Whether a file belongs to a lifecycle that came along. */
  isLifecycle(file: string): boolean
  /** Whether the package around a file names the other one among its dependencies. */
  dependsOn(file: string, name: string): boolean
  isSamePackage(one: string, other: string): boolean
  /** Where a file of the program gets at the lifecycle that it stops by: `adopt` hears the signals, `owned` leaves that to the program. */
  lifecycle(program: HoldingProgram, importer: string, door: 'adopt' | 'owned'): Lifecycle | Refusal
}

export interface Lifecycle {
  /** What the file imports it as: `../lifecycle/adopt.js`. */
  readonly from: string
  /** Its files, by their paths. */
  readonly files: ReadonlyMap<string, string>
}
