import type { Command, Hook, HookMethods, Line, Resource, Shutdown, Transaction, Wrapper } from '../catalogue/define.ts'
import type { Described } from './read-catalogue.ts'

const TOP = `# Resources

What the analysis knows about packages, as the catalogue says it: what opens something, and what lets it go. \`it\` stands
for the thing itself, and \`Type#method()\` for a method of what another line of the table opens. Any one of several
releases will do. Where there is none, nothing is asked for.`

/** The page that lists the whole catalogue. */
export function toResourcesPage(catalogue: readonly Described[]): string {
  return [TOP, ...catalogue.map(toSection)].join('\n\n').concat('\n')
}

function toSection({ url, entry: { modules, lines, globals = [] } }: Described): string {
  const [title, ...others] = modules
  const also = [...others, ...globals].map(code)
  return [
    `## [${title ?? ''}](${url})`,
    ...(also.length ? [`Also ${also.join(', ')}.`] : []),
    ['| opened by | kind | let go by | remarks |', '| --- | --- | --- | --- |', ...lines.flatMap(toRows)].join('\n'),
  ].join('\n\n')
}

function toRows(line: Line): string[] {
  const cells = toCells(line)
  return cells ? [`| ${cells.join(' | ')} |`] : []
}

type Cells = readonly [opened: string, kind: string, release: string, remarks: string]

function toCells(line: Line): Cells | null {
  if ('acquire' in line) return ofResource(line)
  if ('begin' in line) return ofTransaction(line)
  if ('shutdown' in line) return ofShutdown(line)
  if ('command' in line) return ofCommand(line)
  if ('wraps' in line) return ofWrapper(line)
  if ('hook' in line) return ofHook(line)
  if ('methods' in line) return ofHookMethods(line)
  return null
}

function ofResource({ acquire, kind, release, ...line }: Resource): Cells {
  return [
    code(acquire),
    kind,
    codes(release),
    remarks(
      line.opens && (list(line.opens).length ? `from ${codes(line.opens)} on` : 'holds nothing itself'),
      line.via && `given to ${code(line.via)}`,
      line.scope === 'function' && 'ends with the function',
      line.when && `with ${codes(line.when)}`,
      line.unless && `without ${codes(line.unless)}`,
      line.unlessOpen && 'not when it is given what is open',
      line.consumed && `let go of after ${codes(line.consumed)}`,
      line.takes && 'lets go of what it was given, too',
      line.owner && (line.owner === 'itself' ? 'handles signals itself' : `let go with ${code(line.owner)}`),
      line.clients && `its clients, ${code(line.clients)}, stay open`,
    ),
  ]
}

function ofTransaction({ begin, end, managed }: Transaction): Cells {
  return [code(begin), 'transaction', codes(end), remarks(managed && 'ends by itself when given a function')]
}

function ofWrapper({ wraps, release }: Wrapper): Cells {
  return [code(wraps), 'wrapper', codes(release), remarks('stands for what it is given')]
}

function ofShutdown({ shutdown, releases, ...line }: Shutdown): Cells {
  return [
    code(shutdown),
    'shutdown',
    '',
    remarks(
      ...ofSignals(line),
      releases && (releases === 'this' ? 'lets go of what it is called on' : 'lets go of what it is given'),
      line.runs?.length && `runs ${codes(line.runs)}`,
      line.settles === 'sync' && 'does not wait for what it runs',
      line.settles === 'callback' && 'waits for a callback',
      line.unless && `without ${codes(line.unless)}`,
      !line.exits && 'does not end the process',
    ),
  ]
}

function ofCommand({ command, of, ...line }: Command): Cells {
  return [code(command), 'command', '', remarks(`lets go of ${code(of)}`, ...ofSignals(line))]
}

function ofHook({ hook, of, early }: Hook): Cells {
  return [code(hook), 'hook', '', remarks(`runs when ${code(of)} stops`, early && 'before it has drained')]
}

function ofHookMethods({ methods, of, early }: HookMethods): Cells {
  return [codes(methods), 'hook', '', remarks(`run when ${code(of)} stops`, early && 'before it has drained')]
}

function ofSignals({ signals, deadlineMs, bounds }: Pick<Shutdown, 'signals' | 'deadlineMs' | 'bounds'>): string[] {
  const waits = deadlineMs === 0 ? [] : [deadlineMs === false ? 'waits for ever' : `waits ${String(deadlineMs)} ms`]
  return [`on ${signals.join(', ')}`, ...waits, ...(bounds ? [`for the ${bounds} alone`] : [])]
}

function remarks(...all: readonly (string | number | boolean | undefined)[]): string {
  return all.filter((each) => typeof each === 'string').join(', ')
}

function codes(all: string | readonly string[] | undefined): string {
  return list(all).map(code).join(', ')
}

function code(text: string): string {
  return `\`${text}\``
}

function list(all: string | readonly string[] = []): readonly string[] {
  return typeof all === 'string' ? [all] : all
}
