import { parseEnv } from 'node:util'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { UnplacedEdit } from '../../codemod/edits/index.ts'
import { readFixtures, verbNames, type Fixture } from './fixtures.ts'

for (const verb of verbNames)
  describe(verb, () => {
    for (const fixture of readFixtures(verb)) {
      const { output, unplaced } = fixture
      const story = fixture.name.replaceAll('-', ' ')
      if (unplaced)
        it(story, () => {
          expect(refusal(fixture)).toMatchObject(unplaced)
        })
      else if (output !== undefined) tellsOf(story, fixture, output)
      else it.todo(`${story}: has neither an output nor a refusal`)
    }
  })

function tellsOf(story: string, fixture: Fixture, output: string): void {
  const { input, edit } = fixture
  describe(story, () => {
    it('writes what is expected', () => {
      expect(edit(input)).toBe(output)
    })

    it('has nothing to do the second time', () => {
      expect(edit(output)).toBe(output)
    })

    it('leaves a file that parses', () => {
      expect(syntaxErrors(output, fixture.extension)).toEqual([])
    })

    it('keeps every line, in order', () => {
      expect(lostLines(input, output)).toEqual(fixture.touches)
      if (!fixture.removes) expect(isSpelledOutIn(input, output)).toBe(true)
    })

    it('still says what it said', () => {
      const { extension, removes } = fixture
      if (!removes) expect(isSaidBy(said(input, extension), said(output, extension))).toBe(true)
    })

    it('does the same with the other line endings', () => {
      if (input.includes('\n')) expect(edit(withOtherLineEndings(input))).toBe(withOtherLineEndings(output))
    })

    it('does the same without a final newline', () => {
      // In YAML more than one may be content.
      if (/\S\r?\n$/.test(input)) expect(edit(input.trimEnd())).toBe(output.trimEnd())
    })

    it('does the same behind a byte order mark', () => {
      expect(edit(`\uFEFF${input}`)).toBe(`\uFEFF${output}`)
    })
  })
}

function refusal({ edit, input }: Fixture): UnplacedEdit | undefined {
  try {
    edit(input)
  } catch (error) {
    if (error instanceof UnplacedEdit) return error
    throw error
  }
  return undefined
}

function syntaxErrors(text: string, extension: string): unknown[] {
  if (extension === 'yaml') return parseAllDocuments(text).flatMap(({ errors }) => errors)
  if (extension === 'json' || extension === 'txt') return typeof said(text, extension) === 'object' ? [] : [text]
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: `output.${extension}` })
  return diagnostics.map(({ messageText }) => messageText)
}

/** What a file means to those who read it as data. */
function said(text: string, extension: string): unknown {
  if (extension === 'json') return JSON.parse(text)
  if (extension === 'txt') return parseEnv(text)
  if (extension === 'yaml') return parseAllDocuments(text).map((document) => document.toJS() as unknown)
  return null
}

/** Whether one value holds all of another: lists have grown at their end, and what was empty may be filled. */
function isSaidBy(before: unknown, after: unknown): boolean {
  if (before === null || before === after) return true
  if (typeof before !== 'object' || typeof after !== 'object' || after === null) return false
  const values = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before).every(([key, value]) => values.has(key) && isSaidBy(value, values.get(key)))
}

/** The lines of the input that are not in the longest run of lines that both texts have in common. */
function lostLines(input: string, output: string): string[] {
  const [before, after] = [input.split(/\r?\n/), output.split(/\r?\n/)]
  const common = before.map(() => after.map(() => 0))
  const at = (row: number, column: number) => common[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      common[row]?.splice(
        column,
        1,
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1)),
      )
  const lost: string[] = []
  for (let row = 0, column = 0; row < before.length;) {
    if (before[row] === after[column]) [row, column] = [row + 1, column + 1]
    else if (column < after.length && at(row, column + 1) >= at(row + 1, column)) column++
    else lost.push(before[row++] ?? '')
  }
  return lost
}

/** Whether a text became another by insertions alone, but for white space. */
function isSpelledOutIn(input: string, output: string): boolean {
  let position = 0
  for (const character of input.replaceAll(/\s/g, '')) {
    position = output.indexOf(character, position) + 1
    if (position === 0) return false
  }
  return true
}

function withOtherLineEndings(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')
}
