/** Something that a function opens, and lets go in a `finally` unless it is to leak. */
interface Frame {
  readonly opens: readonly string[]
  /** What comes first inside the `try`. */
  readonly then: readonly string[]
  readonly release: string | undefined
}

/** A program in the making: an HTTP server, and what is opened beside it and let go when a signal comes. */
export interface Draft {
  /** The names imported from each module; `=` stands before a default import. */
  readonly imports: Map<string, Set<string>>
  /** What methods are called on, by type. */
  readonly receivers: Map<string, string>
  readonly top: string[]
  /** In order of acquisition. */
  readonly releases: string[]
  readonly frames: Frame[]
  /** What stands in the place of signal handlers of the program's own. */
  readonly ending: string[]
  /** A server of the program's own, which makes it a service, and is let go as it should be. */
  hasKeeper: boolean
}

export function startDraft(): Draft {
  return {
    imports: new Map([['node:http', new Set(['=http'])]]),
    receivers: new Map(),
    top: [],
    releases: [],
    frames: [],
    ending: [],
    hasKeeper: true,
  }
}

export function addImport({ imports }: Draft, module: string, name: string): void {
  imports.set(module, (imports.get(module) ?? new Set()).add(name))
}

/** Closes the keeper, and waits for it. */
export const CLOSE_KEEPER = 'await new Promise((resolve) => keeper.close(resolve))'

export function toText({ imports, top, releases, frames, ending, hasKeeper }: Draft): string {
  const keeper = [
    `const keeper = http.createServer(${frames.length ? '() => void work()' : ''})`,
    'keeper.listen(3000)',
  ]
  const work = ['', 'export async function work(): Promise<void> {', ...indent(toBody(frames)), '}']
  return [
    ...[...imports].map(([module, names]) => `import ${toClause([...names])} from '${module}'`),
    '',
    ...(hasKeeper ? keeper : []),
    ...top,
    ...(frames.length ? work : []),
    ...(ending.length ? ending : toShutDown([CLOSE_KEEPER, ...releases.toReversed()])),
    '',
  ].join('\n')
}

function toShutDown(statements: readonly string[]): string[] {
  return [
    '',
    'async function shutDown(): Promise<void> {',
    ...indent(statements),
    '}',
    '',
    `process.on('SIGTERM', () => void shutDown())`,
    `process.on('SIGINT', () => void shutDown())`,
  ]
}

function toBody(frames: readonly Frame[]): string[] {
  return frames
    .toReversed()
    .reduce<string[]>(
      (inner, { opens, then, release }) =>
        release === undefined
          ? [...opens, ...then, ...inner]
          : [...opens, 'try {', ...indent([...then, ...inner]), '} finally {', ...indent([release]), '}'],
      [`console.log('working')`],
    )
}

function toClause(names: readonly string[]): string {
  const own = names.filter((name) => name.startsWith('=')).map((name) => name.slice(1))
  const others = names.filter((name) => !name.startsWith('='))
  return [...own, ...(others.length ? [`{ ${others.join(', ')} }`] : [])].join(', ')
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}
