import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sayDeployFinding, type DeployFinding } from '../../../codemod/deploy/index.ts'
import { readStories, tell } from '../../analysis/read-stories.ts'
import { judged } from './judged.ts'

const FOLDER = join(import.meta.dirname, 'cases')

describe.each(globSync('*.md', { cwd: FOLDER }).sort())('%s', (page) => {
  for (const { at, name, read } of readStories(page, readFileSync(join(FOLDER, page), 'utf8'))) {
    test(`${at} › ${name}`, () => {
      const { files, found, suggested } = read()
      const findings = judged(files)
      const told = findings.map((finding) => tell(finding, files.get(finding.place.file) ?? '', sayDeployFinding))
      expect(told, at).toEqual(found)
      const fixed = findings.flatMap((finding) => accepted(finding, files))
      expect(
        fixed.map(({ file, text }) => ({ file, text })),
        at,
      ).toEqual(suggested.map(({ file, text }) => ({ file, text })))
      for (const { rule, file, text } of fixed) {
        const left = judged(new Map([...files, [file, text]])).filter((each) => each.place.file === file)
        expect(
          left.map((each) => each.rule),
          at,
        ).not.toContain(rule)
      }
    })
  }
})

function accepted({ rule, place, suggestions }: DeployFinding, files: ReadonlyMap<string, string>) {
  return suggestions.map(({ edits }) => {
    let text = files.get(place.file) ?? ''
    for (const edit of edits.toReversed()) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    return { rule, file: place.file, text }
  })
}
