import { addDeploy, findUnit } from './add-unit.ts'
import { assertNothingLost } from './assert-nothing-lost.ts'
import { createDraft, type Change, type Existing } from './draft.ts'
import type { Answers } from './options.ts'
import { SERVICE_FILE, withAnswers } from './service-file.ts'
import type { Templates } from './templates.ts'

/** What adding deploy targets to a service changes. `force` lets a file of ours replace one of the same name. */
export function planDeploy(
  answers: Answers,
  ids: readonly string[],
  templates: Templates,
  existing: Existing,
  force = false,
): Change[] {
  const draft = createDraft(existing)
  const added = ids.filter((id) => !answers.deploy.includes(id))
  if (added.length === 0) return []
  const after = { ...answers, deploy: [...answers.deploy, ...added] }
  for (const id of added) addDeploy({ draft, answers: after, templates }, findUnit(templates.deploy, id))
  if (!force) assertNothingLost(draft, existing)
  draft.write(SERVICE_FILE, withAnswers(existing(SERVICE_FILE), after))
  return draft.changes(existing)
}
