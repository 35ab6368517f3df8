import type { Held } from '../../analysis/index.ts'
import { afterAcquisition, type HeldThere } from '../edits/index.ts'
import { calleeOf } from './adoption.ts'
import type { Recipe } from './recipe.ts'
import { releaseTextOf } from './release-text.ts'

const INSTANCE = 'fastify#FastifyInstance'

/** In a Fastify program: what a plugin acquires is released by a hook of the instance that it was given. */
export const fastify: Recipe = ({ held, data }, workshop) => {
  if (!held || held.type === INSTANCE || !isOfFastify(held)) return undefined
  const { file } = held.acquired
  const text = workshop.textOf(file)
  const edits = afterAcquisition(text, held.acquired, (there) => {
    const owner = ownerIn(text, there)
    if (owner === undefined) return undefined
    const act = actOn(owner, there)
    return act === undefined ? undefined : [`${owner}.addHook('onClose', () => ${act})`]
  })
  if (!edits) return undefined
  const what = `\`${data.call ?? held.acquire}\` is released when Fastify closes.`
  return { what, changes: [{ file, edits, imports: [] }], files: new Map() }

  function actOn(owner: string, { name }: HeldThere): string | undefined {
    if (!held) return undefined
    // fastify#FastifyInstance#piscina.destroy(): what a plugin has decorated the instance with
    const decorated = held.releases.find(({ release }) => release.startsWith(`${INSTANCE}#`))
    if (decorated) return `${owner}.${decorated.release.slice(INSTANCE.length + 1)}`
    const release = releaseTextOf(held, calleeOf(held, workshop), /\.[cm]?tsx?$/.test(file))
    if (!release || (release.usesIt && name === undefined)) return undefined
    return release.write(name ?? '')
  }
}

function isOfFastify({ program: { servers, command }, releases }: Held): boolean {
  if (command === INSTANCE || servers.some(({ type }) => type === INSTANCE)) return true
  return releases.some(({ release }) => release.startsWith(`${INSTANCE}#`))
}

/** The instance of Fastify in reach, as far as what is done with it tells. */
function ownerIn(text: string, { given, receiver }: HeldThere): string | undefined {
  const isInstance = (name: string | undefined): name is string =>
    name !== undefined &&
    /^[A-Za-z_$][\w$]*$/.test(name) &&
    new RegExp(`\\b${name.replaceAll('$', '\\$')}\\.(register|decorate|addHook|withTypeProvider)\\b`).test(text)
  return [receiver, given].find(isInstance)
}
