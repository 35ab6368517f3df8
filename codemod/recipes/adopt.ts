import { posix } from 'node:path'
import { adoptAcquisition } from '../edits/index.ts'
import { adoptionOf } from './adoption.ts'
import { isRefusal, type Recipe } from './recipe.ts'

/** In a program that hears no signal: the lifecycle comes along, and what is acquired is registered where that happens. */
export const adopt: Recipe = ({ held, data }, workshop) => {
  if (!held) return undefined
  const { file } = held.acquired
  const other = held.heardElsewhere.find((place) => !workshop.isLifecycle(place.file))
  if (other)
    return {
      why: `Another program that loads it has handlers of its own, in ${posix.basename(other.file)}: two of them would race.`,
    }
  const adoption = adoptionOf(held, workshop)
  if (isRefusal(adoption)) return adoption
  const lifecycle = workshop.lifecycle(held.program, file, 'adopt')
  if (isRefusal(lifecycle)) return lifecycle
  const edits = adoptAcquisition(workshop.textOf(file), adoption)
  if (!edits) return { why: 'The place is not one that an edit would leave readable.' }
  const call = data.call ?? held.acquire
  const isServer = adoption.adopter === 'adoptServer'
  return {
    what: isServer
      ? `\`${call}\` is drained on SIGTERM and SIGINT, before anything is released.`
      : `\`${call}\` is released on SIGTERM and SIGINT.`,
    changes: [
      {
        file,
        edits,
        imports: [
          {
            from: lifecycle.from,
            names:
              adoption.also && edits.some(({ text }) => text.includes('adoptServer('))
                ? ['adopt', 'adoptServer']
                : [adoption.adopter],
          },
          ...adoption.imports,
        ],
      },
    ],
    files: lifecycle.files,
  }
}
