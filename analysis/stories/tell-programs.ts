import type { Investigation } from '../investigate.ts'
import { SIGNALS } from '../inquiry.ts'
import { heldResources } from './held-resources.ts'
import type { ProgramStory, Start } from './story.ts'
import { tellStop } from './tell-stop.ts'

/** Of each program what it opens and how it stops: services first, and of these those that hold most. */
export function tellPrograms(
  { inquiry, survey: { imports } }: Investigation,
  starts: ReadonlyMap<string, readonly Start[]>,
): ProgramStory[] {
  const stories = inquiry.programs.map((program): ProgramStory => {
    const { entry, isService, isThread } = program
    const held = heldResources(inquiry, program, imports)
    const kind = isThread ? 'thread' : isService ? 'service' : 'one-shot'
    return {
      entry,
      kind,
      starts: starts.get(entry) ?? [],
      resources: held.map(({ told }) => told),
      stops: kind === 'service' ? SIGNALS.map((signal) => tellStop(inquiry, program, held, signal)) : [],
    }
  })
  return stories.sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.resources.length - a.resources.length,
  )
}

const KINDS: readonly ProgramStory['kind'][] = ['service', 'thread', 'one-shot']
