import type Generator from 'yeoman-generator'
import type { Change } from './draft.ts'

/** Hands the changes to Yeoman, which writes them, or only shows them in a dry run. */
export function writeChanges(generator: Generator, changes: readonly Change[], dryRun: boolean): void {
  for (const { path, text, kind } of changes) {
    const file = generator.destinationPath(path)
    generator.fs.write(file, text)
    // A verified merge needs no second opinion. A dry run asks nothing, and compares unless it is told so.
    if (kind === 'changed' && !dryRun) Object.assign(generator.env.sharedFs.get(file), { conflicter: 'force' })
  }
}
