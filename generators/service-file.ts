import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Answers, Option, Options } from './options.ts'
import { UsageError } from './usage-error.ts'

/** Where a service keeps the answers it was made from. */
export const SERVICE_FILE = '.yo-rc.json'

const KEY = 'generator-graceful-service'

/** A service that was scaffolded before. */
export interface SavedService {
  readonly directory: string
  readonly answers: Answers
}

/** The service that `from` is in: in its folder or in any below. */
export function findService(from: string, options: Options): SavedService {
  for (let directory = from; ; directory = dirname(directory)) {
    const saved = readSavedAnswers(directory, options)
    if (saved !== undefined) return { directory, answers: complete(saved, options, join(directory, SERVICE_FILE)) }
    if (directory === dirname(directory)) break
  }
  throw new UsageError(
    `No service here: no folder from ${from} upward has a ${SERVICE_FILE} of ours. Change into a service, or make one with yo graceful-service.`,
  )
}

/** The answers that a folder keeps, as far as they are there. Nothing, where it keeps none of ours. */
export function readSavedAnswers(directory: string, options: Options): Partial<Answers> | undefined {
  const path = join(directory, SERVICE_FILE)
  if (!existsSync(path)) return undefined
  const section = readSections(readFileSync(path, 'utf8'), path)[KEY]
  if (section === undefined) return undefined
  if (!isRecord(section)) throw new UsageError(`${path}: "${KEY}" is no object. Correct it, or delete it.`)
  const all: readonly Option[] = Object.values(options)
  const answers = all
    .filter(({ id }) => section[id] !== undefined)
    .map((option) => [option.id, option.read(toWords(section[option.id]), `${option.id} in ${path}`)])
  // The parse boundary: an option reads what belongs to its id.
  return Object.fromEntries(answers) as Partial<Answers>
}

/** The text of the service's file with these answers. What other generators keep in it stays. */
export function withAnswers(text: string | undefined, answers: Answers): string {
  const sections = text === undefined ? {} : readSections(text, SERVICE_FILE)
  return `${JSON.stringify({ ...sections, [KEY]: answers }, null, 2).replaceAll(LIST_OF_WORDS, onOneLine)}\n`
}

// Formatted as Prettier would, so that a service that formats itself has no diff.
const LIST_OF_WORDS = /\[\s+("[^"\\]*"(?:,\s+"[^"\\]*")*)\s+\]/g

function onOneLine(_: string, words: string): string {
  return `[${words.split(/,\s+/).join(', ')}]`
}

function complete(saved: Partial<Answers>, options: Options, path: string): Answers {
  const missing = Object.values(options).find(({ id }) => saved[id] === undefined)
  if (missing !== undefined)
    throw new UsageError(`${path} doesn't say "${missing.id}". Add it: ${missing.description}.`)
  return saved as Answers
}

function readSections(text: string, path: string): Record<string, unknown> {
  let sections: unknown
  try {
    sections = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const [why = ''] = error.message.split('\n')
    throw new UsageError(`${path} is not JSON (${why}). Correct it, or delete it.`)
  }
  if (isRecord(sections)) return sections
  throw new UsageError(`${path} holds no object. Correct it, or delete it.`)
}

function toWords(value: unknown): string[] {
  return Array.isArray(value) ? value.map(toWord) : [toWord(value)]
}

function toWord(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
