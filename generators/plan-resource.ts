import { addResource, addToDeploy, findUnit } from './add-unit.ts'
import { assertNothingLost } from './assert-nothing-lost.ts'
import { createDraft, type Change, type Existing } from './draft.ts'
import type { Answers } from './options.ts'
import { SERVICE_FILE, withAnswers } from './service-file.ts'
import type { Templates } from './templates.ts'

/** What adding resources to a service changes. `force` lets a file of ours replace one of the same name. */
export function planResource(
  answers: Answers,
  ids: readonly string[],
  templates: Templates,
  existing: Existing,
  force = false,
): Change[] {
  const draft = createDraft(existing)
  const added = ids.filter((id) => !answers.resources.includes(id))
  if (added.length === 0) return []
  const after = { ...answers, resources: [...answers.resources, ...added] }
  const service = { draft, answers: after, templates }
  for (const unit of added.map((id) => findUnit(templates.resources, id))) {
    addResource(service, unit)
    addToDeploy(service, unit)
  }
  if (!force) assertNothingLost(draft, existing)
  draft.write(SERVICE_FILE, withAnswers(existing(SERVICE_FILE), after))
  return draft.changes(existing)
}
