import { nameOfFolder } from './service-name.ts'
import { DEFAULT_DATABASE, type Answers, type Choice, type Options } from './options.ts'
import type { Templates } from './templates.ts'
import { UsageError } from './usage-error.ts'

/** What is known so far, with the defaults of the questions that were not answered. */
export function withDefaults(options: Options, known: Partial<Answers>, directory: string): Answers {
  // The parse boundary: an option's default has the type of its answer, and the name's is the folder's.
  const defaults = Object.fromEntries(Object.values(options).map((option) => [option.id, option.default]))
  return { ...defaults, name: nameOfFolder(directory), ...known } as Answers
}

/** The answers with a database, and the sentence that says so if one was added: a payment is kept somewhere. */
export function withDatabase(answers: Answers, { resources }: Templates): { answers: Answers; note?: string } {
  const databases = resources.filter(({ manifest }) => manifest.database).map(({ id }) => id)
  if (answers.resources.some((id) => databases.includes(id))) return { answers }
  return {
    answers: { ...answers, resources: [DEFAULT_DATABASE, ...answers.resources] },
    note: `No database was chosen (${databases.join(', ')}): ${DEFAULT_DATABASE} is added, because a payment is kept in one.`,
  }
}

/** Throws where a chosen id needs another that is not there. `toAdd` says how to ask for what is missing. */
export function assertRequirements(
  ids: readonly string[],
  choices: readonly Choice[],
  toAdd: (missing: readonly string[]) => string,
): void {
  for (const { id, requires } of choices) {
    if (!ids.includes(id)) continue
    const missing = requires.filter((required) => !ids.includes(required))
    if (missing.length > 0) throw new UsageError(`${id} needs ${missing.join(' and ')}: ${toAdd(missing)}.`)
  }
}
