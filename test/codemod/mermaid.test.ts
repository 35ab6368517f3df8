import { describe, expect, test } from 'vitest'
import { label } from '../../codemod/reporters/mermaid/label.ts'
import { toMermaid } from '../../codemod/reporters/mermaid/to-mermaid.ts'
import { HASTY, HOSTILE, SOUND, told } from './told.ts'

/** What a line of our flowcharts may be; a label is in quotes, and has no sign in it that means something. */
const LABEL = String.raw`"(?:[\p{L}\p{N} ./:,()=_-]|#\d+;)*"`
const LINES = [
  /^flowchart LR$/,
  new RegExp(String.raw`^ {2}subgraph \w+\[${LABEL}\]$`, 'u'),
  /^ {4}direction TB$/,
  /^ {2}end$/,
  new RegExp(String.raw`^ {4}\w+\[${LABEL}\]$`, 'u'),
  new RegExp(String.raw`^ {2}\w+(\{\{${LABEL}\}\}|\(\[${LABEL}\]\))$`, 'u'),
  /^ {2}\w+( (-->|-\.->|--x) \w+)+$/,
  /^ {2}class \w+ \w+$/,
  /^ {2}classDef \w+ [\w:#,-]+$/,
]

function diagramsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, diagram = '']) => diagram)
}

describe.each([
  ['a sound service', SOUND, 1],
  ['a service with two ways to stop', HASTY, 2],
  ['names that would be more than text', HOSTILE, 2],
])('%s', (_, files, count) => {
  const diagrams = diagramsIn(toMermaid(told(files)))

  test('is drawn once for what happens on a signal', () => {
    expect(diagrams).toHaveLength(count)
  })

  test('is made of lines that the grammar knows, whatever it is called', () => {
    const unknown = diagrams.flatMap((each) =>
      each.split('\n').filter((line) => line !== '' && !LINES.some((known) => known.test(line))),
    )
    expect(unknown).toEqual([])
  })

  test('closes each group, and draws no arrow from or to what is not there', () => {
    for (const diagram of diagrams) {
      expect(diagram.match(/^ {2}subgraph /gm)?.length).toBe(diagram.match(/^ {2}end$/gm)?.length)
      const drawn = new Set([...diagram.matchAll(/^ *(?:subgraph )?(\w+)(?=[[{(])/gm)].map(([, id]) => id))
      const meant = [...diagram.matchAll(/^ {2}(\w+ (?:-->|-\.->|--x).*)$/gm)].flatMap(([, line = '']) =>
        line.split(/ (?:-->|-\.->|--x) /),
      )
      expect(meant.filter((id) => !drawn.has(id))).toEqual([])
    }
  })
})

test('the steps of the stop follow the signal, and what is left open stands apart', () => {
  const [sound = ''] = diagramsIn(toMermaid(told(SOUND)))
  expect(sound).toContain('held --> signal --> step1 --> step2 --> done')
  expect(sound).not.toContain('subgraph open')
  const [onSigterm = '', onSigint = ''] = diagramsIn(toMermaid(told(HASTY)))
  expect(onSigterm).toContain('subgraph open["Left open, or cut off by the exit"]')
  expect(onSigint).toContain('subgraph open["Cut off: nothing hears the signal"]')
})

test('a label keeps letters of all scripts, and turns every other sign into its number', () => {
  expect(label('a"b]\n`ü` → #')).toBe('"a#34;b#93; #96;ü#96; #8594; #35;"')
})

test('without a program that holds anything, it says so', () => {
  expect(toMermaid(told({ 'src/add.js': 'export const add = (a, b) => a + b\n' }))).toBe(
    'Nothing found: 1 file read.\n\nNo program was found that holds anything until it is told to stop.\n',
  )
})
