import { addBase, addDeploy, addFramework, addLedger, addResource, findUnit } from './add-unit.ts'
import { createDraft, type Change, type Existing } from './draft.ts'
import type { Answers } from './options.ts'
import { SERVICE_FILE, withAnswers } from './service-file.ts'
import type { Templates } from './templates.ts'
import { UsageError } from './usage-error.ts'

/**
 * A new service: base, the database that carries the payments, framework, the other resources, deploy files.
 * `existing` reads the folder it goes to. Its files are compared with, never built upon.
 */
export function planService(answers: Answers, templates: Templates, existing: Existing): Change[] {
  const draft = createDraft(() => undefined)
  const service = { draft, answers, templates }
  const { resources, frameworks, deploy } = templates
  const ledger = answers.resources.find((id) => findUnit(resources, id).manifest.database)
  if (ledger === undefined) throw new Error('A service needs a database: withDatabase() adds one')

  addBase(service)
  addLedger(service, findUnit(resources, ledger))
  addFramework(service, findUnit(frameworks, answers.framework))
  for (const id of answers.resources.filter((id) => id !== ledger)) addResource(service, findUnit(resources, id))
  for (const id of answers.deploy) addDeploy(service, findUnit(deploy, id))
  assertNameIsFree(answers.name, draft.read('package.json') ?? '')
  draft.write(SERVICE_FILE, withAnswers(existing(SERVICE_FILE), answers))
  return draft.changes(existing)
}

// A package can't depend on one of its own name.
function assertNameIsFree(name: string, packageJson: string): void {
  if (!packageJson.includes(`"${name}": "`)) return
  throw new UsageError(`--name: "${name}" is a package that the service depends on. Choose another name.`)
}
