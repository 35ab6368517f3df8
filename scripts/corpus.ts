import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { RULES } from '../analysis/index.ts'
import { check } from '../codemod/check.ts'
import { shownPath } from '../codemod/shown-path.ts'
import { disagreementList, scoreTable } from './corpus-tables.ts'
import { disagreements, outdated, readExplanations, type Disagreement } from './disagreements.ts'
import { readLabels, type LabelledRepository } from './labels.ts'
import { score, type Flag, type Score } from './score.ts'

const USAGE = `npm run corpus -- CHECKOUTS --labels FOLDER [--list] [--write docs/corpus.md]

Scores the check against repositories that people have labelled by reading them.

  CHECKOUTS        a folder with a checkout of each repository at the labelled commit: OWNER+NAME or OWNER/NAME
  --labels FOLDER  a file OWNER+NAME.jsonl for each repository
  --list           print each disagreement too
  --write FILE     write the tables, and each disagreement with its explanation from the .json beside FILE`

const INTRODUCTION = `# The check against code that others wrote

Each repository was read by a person who said of every acquisition whether SIGTERM releases it, before any tool was run. Precision is the share of true faults in what is flagged (what is flagged where no label is counts as wrong), recall the share of the true faults that is flagged. Made by \`npm run corpus\`.`

interface Scored {
  readonly strict: Score
  readonly recommended: Score
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { labels: { type: 'string' }, list: { type: 'boolean' }, write: { type: 'string' } },
})
const [checkouts] = positionals
if (checkouts === undefined || values.labels === undefined) {
  console.error(USAGE)
  process.exitCode = 2
} else run(checkouts, values.labels)

function run(checkouts: string, labels: string): void {
  const scored = new Map<string, Scored>()
  for (const repository of readLabels(labels)) {
    const folder = findCheckout(checkouts, repository)
    if (folder !== undefined) scored.set(repository.repo, scoreOne(repository, folder))
  }
  const found = new Map(Array.from(scored, ([repo, { strict }]) => [repo, disagreements(strict)]))
  const tables = tablesOf(scored)
  console.log(tables)
  if (values.list === true) console.log(`\n${listOf(found)}`)
  if (values.write !== undefined) write(values.write, tables, found)
}

function findCheckout(checkouts: string, { repo, commit }: LabelledRepository): string | undefined {
  const folder = [repo.replace('/', '+'), repo].map((name) => join(checkouts, name)).find((path) => existsSync(path))
  const head = folder && spawnSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
  if (head === commit) return folder
  console.error(
    `${repo}: ${head === undefined ? 'there is no checkout' : `is at ${head}`}, and was labelled at ${commit}`,
  )
  process.exitCode = 2
  return folder
}

function scoreOne(repository: LabelledRepository, folder: string): Scored {
  const report = check({ startedIn: folder, paths: repository.roots, strict: true })
  const toFlag = (finding: (typeof report.findings)[number]): Flag => ({
    rule: finding.rule,
    file: shownPath(report, finding.place.file),
    line: finding.place.line,
    message: finding.said,
  })
  // The labels are about code.
  const findings = report.findings.filter(({ rule }) => Object.hasOwn(RULES, rule))
  const certain = findings.filter(({ confidence }) => confidence === 'certain')
  return {
    strict: score(repository, findings.map(toFlag)),
    recommended: score(repository, certain.map(toFlag)),
  }
}

function tablesOf(scored: ReadonlyMap<string, Scored>): string {
  const strict = new Map(Array.from(scored, ([repo, each]) => [repo, each.strict]))
  const recommended = new Map(Array.from(scored, ([repo, each]) => [repo, each.recommended]))
  return ['## strict', '', scoreTable(strict), '', '## recommended', '', scoreTable(recommended)].join('\n')
}

function listOf(found: ReadonlyMap<string, readonly Disagreement[]>): string {
  return [...found].flatMap(([repo, all]) => all.map(({ key, says }) => `${repo}: ${key}\n    ${says}`)).join('\n')
}

function write(path: string, tables: string, found: ReadonlyMap<string, readonly Disagreement[]>): void {
  const explanations = readExplanations(path.replace(/\.md$/, '.json'))
  for (const line of outdated(explanations, found)) console.error(`explained, and no disagreement any more: ${line}`)
  const list = disagreementList(found, explanations)
  writeFileSync(path, `${INTRODUCTION}\n\n${tables}\n\n## Where the check and the labels differ\n\n${list}\n`)
}
