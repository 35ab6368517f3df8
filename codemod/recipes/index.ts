import type { Finding } from '../../analysis/index.ts'
import { adopt } from './adopt.ts'
import { fastify } from './fastify.ts'
import { hearToo } from './hear-too.ts'
import { lead } from './lead.ts'
import { nest } from './nest.ts'
import { perEvent } from './per-event.ts'
import { suggested } from './suggested.ts'
import type { Recipe, Refusal, Repair } from './recipe.ts'
import type { Workshop } from './workshop.ts'

export { isRefusal, type FileChange, type Refusal, type Repair } from './recipe.ts'
export type { Lifecycle, Workshop } from './workshop.ts'

/** In this order: the first that is about the finding decides. */
const RECIPES: readonly Recipe[] = [suggested, hearToo, nest, fastify, perEvent, lead, adopt]

/** How to put a finding right, or why that is left to a person. */
export function repairOf(finding: Finding, workshop: Workshop): Repair | Refusal {
  for (const recipe of RECIPES) {
    const result = recipe(finding, workshop)
    if (result) return result
  }
  return { why: 'There is no recipe for it: it depends on what the program means.' }
}
