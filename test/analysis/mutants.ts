import fc from 'fast-check'

/** Pieces that make a parser, or whoever reads its trees, look twice. */
const PIECES = [
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '`',
    '${',
    "'",
    ';',
    ',',
    '=>',
    '...',
    '?.',
    '=',
    '&&',
    ':',
    '@',
    '#x',
    '<T>',
    '/*',
  ],
  ...[
    'await ',
    'async ',
    'function ',
    'class A extends ',
    'new ',
    'return ',
    'yield ',
    'import ',
    'export ',
    'default ',
  ],
  ...['for (const x of xs) ', 'while (true) ', 'try {', '} catch {', '} finally {', 'switch (x) { case 1:', 'using '],
  ...['process.on(', 'process.exit()', '.close()', '.then(', 'this.', 'super.', 'require(', "'SIGTERM'", 'arguments'],
] as const

type Cut = readonly [kind: number, at: number, length: number, piece: number]

const cut: fc.Arbitrary<Cut> = fc.tuple(
  fc.nat(4),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(60),
  fc.nat(PIECES.length - 1),
)

/** Programs made of real files by cutting, doubling, moving and adding pieces of them. */
export function mutants(texts: readonly string[]): fc.Arbitrary<ReadonlyMap<string, string>> {
  const file = fc.tuple(fc.nat(texts.length - 1), fc.array(cut, { maxLength: 4 }))
  return fc.array(file, { minLength: 1, maxLength: 3 }).map((files) => {
    const names = ['src/main.ts', 'src/service.js', 'src/stop.tsx']
    return new Map(files.map(([text, cuts], index) => [names[index] ?? '', cuts.reduce(mutate, texts[text] ?? '')]))
  })
}

function mutate(text: string, [kind, where, length, piece]: Cut): string {
  const at = Math.floor(where * text.length)
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)]
  switch (kind) {
    case 0:
      return before + after
    case 1:
      return before + part + part + after
    case 2:
      return after + part + before
    case 3:
      return before + (PIECES[piece] ?? '') + part + after
    default:
      return before + part.split('').reverse().join('') + after
  }
}
