import type { Shell } from '../shell/follow-command.ts'
import { readStages, type Line, type Stage } from './read-stages.ts'

/** An image as its Dockerfile makes it, its stage with those that it is built on. */
export interface Image {
  readonly command: Line | undefined
  readonly entrypoint: Line | undefined
  readonly stopSignal: Line | undefined
  readonly environment: ReadonlyMap<string, string>
  /** What /bin/sh is in it. */
  readonly shell: Shell
  /** What runs the shell form, when it is told. */
  readonly shellForm: readonly string[] | undefined
  readonly workFolder: string | undefined
  /** What is copied from the repository: the sources, and where to. */
  readonly copies: readonly (readonly string[])[]
}

const DEBIAN =
  /debian|ubuntu|bookworm|bullseye|buster|trixie|stretch|jammy|noble|focal|slim|^(docker\.io\/)?(library\/)?node(:[\w.-]+)?$/

/** The image of a stage by its name, or of the last one; undefined where there is none. */
export function readImage(text: string, target?: string): Image | undefined {
  const stages = readStages(text)
  const stage = target === undefined ? stages.at(-1) : stages.find(({ name }) => name === target.toLowerCase())
  return stage && toImage(chainOf(stage, stages))
}

/** From the stage that is built first. */
function chainOf(stage: Stage, stages: readonly Stage[]): Stage[] {
  const chain = [stage]
  for (let from = stage.from; chain.length <= stages.length; from = chain[0]?.from ?? '') {
    const base = stages.find(({ name }) => name === from.toLowerCase())
    if (!base) break
    chain.unshift(base)
  }
  return chain
}

function toImage(chain: readonly Stage[]): Image {
  let command: Line | undefined
  let entrypoint: Line | undefined
  for (const { lines } of chain) {
    const own = lines.findLast(({ name }) => name === 'CMD')
    const ownEntrypoint = lines.findLast(({ name }) => name === 'ENTRYPOINT')
    // A new entrypoint forgets the command of the image below.
    command = own ?? (ownEntrypoint ? undefined : command)
    entrypoint = ownEntrypoint ?? entrypoint
  }
  const lines = chain.flatMap((stage) => stage.lines)
  const last = (wanted: string): Line | undefined => lines.findLast(({ name }) => name === wanted)
  return {
    command,
    entrypoint,
    stopSignal: last('STOPSIGNAL'),
    environment: environmentOf(lines),
    shell: shellOf(chain[0]?.from ?? '', lines),
    shellForm: listForm(last('SHELL')?.content ?? ''),
    workFolder: last('WORKDIR')?.content,
    copies: lines
      .filter(({ name, content }) => (name === 'COPY' || name === 'ADD') && !content.includes('--from='))
      .map(({ content }) => listForm(content) ?? content.split(/\s+/).filter((word) => !word.startsWith('--'))),
  }
}

/** The words of the list form; undefined: it is a text for a shell. */
export function listForm(content: string): readonly string[] | undefined {
  if (!content.startsWith('[')) return undefined
  try {
    const words: unknown = JSON.parse(content)
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined
  } catch {
    return undefined // Docker gives it to the shell, too
  }
}

function shellOf(from: string, lines: readonly Line[]): Shell {
  const isInstalledBy = (tool: RegExp): boolean =>
    lines.some(({ name, content }) => name === 'RUN' && tool.test(content))
  if (/alpine/i.test(from) || isInstalledBy(/\bapk add\b/)) return 'busybox'
  if (isInstalledBy(/\bapt(-get)? .*install\b/)) return 'dash'
  return !from.includes('$') && DEBIAN.test(from) ? 'dash' : 'unknown'
}

// ENV A=1 B="2", ENV A 1
function environmentOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const environment = new Map<string, string>()
  for (const { name, content } of lines) {
    if (name !== 'ENV') continue
    const [, key = '', value = ''] = /^(\w+)\s+([^=]*)$/.exec(content) ?? []
    if (key !== '') environment.set(key, value)
    for (const [, each = '', quoted, bare] of content.matchAll(/(\w+)=(?:"([^"]*)"|(\S*))/g)) {
      environment.set(each, quoted ?? bare ?? '')
    }
  }
  return environment
}
