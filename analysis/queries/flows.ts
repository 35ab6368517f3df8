import type { World } from '../graph/world.ts'

/** Where a thing gets to. */
export interface Flow {
  /** Variables, by the function that declares them: a global index. */
  readonly variables: ReadonlySet<number>
  /** Whether it is kept in a property of something, or in a collection. */
  readonly isStored: boolean
  /** The functions that return it. */
  readonly returnedBy: ReadonlySet<number>
  /** The acquisitions in whose arguments it stands: a queue that is given a connection. */
  readonly isGivenTo: ReadonlySet<number>
}

const NOWHERE: Flow = { variables: new Set(), isStored: false, returnedBy: new Set(), isGivenTo: new Set() }

/** For each acquisition where its thing gets to. */
export function findFlows(world: World): (acquisition: number) => Flow {
  const { code, solver } = world
  const flows = new Map<
    number,
    { variables: Set<number>; isStored: boolean; returnedBy: Set<number>; isGivenTo: Set<number> }
  >()
  const flowOf = (id: number) => {
    const token = solver.tokens[id]
    if (token?.kind !== 'thing' || token.acquisition === -1) return undefined
    const known = flows.get(token.acquisition)
    if (known) return known
    const flow = {
      variables: new Set<number>(),
      isStored: false,
      returnedBy: new Set<number>(),
      isGivenTo: new Set<number>(),
    }
    flows.set(token.acquisition, flow)
    return flow
  }
  for (const file of code.files) {
    const { facts } = file
    for (let local = 1; local < facts.slots; local++)
      for (const id of solver.at(code.slotIn(file, local)))
        flowOf(id)?.variables.add(file.fn + (facts.owners[local] ?? 0))
    facts.functions.forEach((fn, index) => {
      for (const id of solver.at(code.slotIn(file, fn.returns))) flowOf(id)?.returnedBy.add(file.fn + index)
    })
  }
  for (let token = 0; token < solver.tokens.length; token++)
    for (const slot of solver.fieldsOf(token)?.values() ?? [])
      for (const id of solver.at(slot)) {
        const flow = flowOf(id)
        if (flow) flow.isStored = true
      }
  return (acquisition) => flows.get(acquisition) ?? NOWHERE
}
