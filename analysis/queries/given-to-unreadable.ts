import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'

/** Whether it is given to a file that cannot be read, which may let go of it. */
export function isGivenToUnreadable({ world, importersOf, flowOf }: Inquiry, acquisition: Acquisition): boolean {
  const { returnedBy, isStored } = flowOf(acquisition)
  const importers = importersOf(world.code.fileOfCall(acquisition.call).file)
  return (returnedBy.size > 0 || isStored) && importers.some((file) => world.unreadable.has(file))
}
