import type { Stop } from '../../../analysis/index.ts'
import { dataAt, entryAt, itemsOf, numberOf, textOf, textsOf, type Data } from '../data/data.ts'
import { readYaml } from '../data/read-yaml.ts'
import { hiddenSignal } from '../faults/hidden-signal.ts'
import { deadlineOf, shortGrace } from '../faults/short-grace.ts'
import type { DeployFinding } from '../finding.ts'
import type { DeployFile, Kind } from '../kind.ts'
import { readMilliseconds } from '../milliseconds.ts'
import { placeIn } from '../place-in.ts'
import { programOf } from '../repository.ts'
import { followCommand, type Followed } from '../shell/follow-command.ts'
import { simpleCommands } from '../shell/simple-commands.ts'

// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
const GRACE_MS = 30_000
/** What runs until it is told to stop. */
const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod'])

const kubernetes: Kind = {
  isOne: (path, readText) =>
    /\.ya?ml$/i.test(path) && /^\s*kind\s*:/m.test(readText()) && /^\s*containers\s*:/m.test(readText()),
  judge(file) {
    const resources = readYaml(file.text).flatMap((document) => [document, ...itemsOf(dataAt(document, 'items'))])
    return resources.flatMap((resource) => {
      if (!WORKLOADS.has(textOf(dataAt(resource, 'kind')) ?? '')) return []
      const pod = dataAt(resource, 'spec', 'template', 'spec') ?? dataAt(resource, 'spec')
      return pod ? judgePod(file, pod) : []
    })
  },
}

export default kubernetes

function judgePod(file: DeployFile, pod: Data): DeployFinding[] {
  const containers = itemsOf(dataAt(pod, 'containers'))
  const grace = entryAt(pod, 'terminationGracePeriodSeconds')
  const graceMs = grace ? readMilliseconds(textOf(grace.value) ?? '') : GRACE_MS
  return containers.flatMap((container) => {
    const followed = followContainer(file, container)
    const program = programIn(file, followed, containers.length)
    const hook = entryAt(container, 'lifecycle', 'preStop')
    const hookMs = hook ? sleepOf(hook.value) : 0
    const at = grace ?? hook ?? entryAt(container, 'name') ?? container
    const told = environmentOf(container).get('SHUTDOWN_TIMEOUT_MS')
    const short =
      graceMs === undefined || hookMs === undefined || (!grace && isPatch(container))
        ? []
        : shortGrace({
            platform: 'Kubernetes',
            graceMs,
            hookMs,
            deadlineMs: deadlineOf(program, told),
            place: placeIn(file.file, file.text, at.start, at.end),
            because: [],
            setting: (ms) => `terminationGracePeriodSeconds: ${Math.ceil(ms / 1000)}`,
          })
    return [...short, ...hiddenIn(file, container, followed)]
  })
}

/** What only adds to a manifest that stands elsewhere, where the grace period may be, names no image. */
function isPatch(container: Data): boolean {
  return entryAt(container, 'image') === undefined
}

function hiddenIn(file: DeployFile, container: Data, followed: Followed | undefined): DeployFinding[] {
  // ["sh", "-c"] is mostly followed by the text among the arguments.
  const command = entryAt(container, 'args') ?? entryAt(container, 'command')
  if (!command || !followed) return []
  const { start, end } = command.value
  const asList = (argv: readonly string[]): string => `command: ${JSON.stringify(argv)}`
  return hiddenSignal(file, { followed, start, end, asList, signal: 'SIGTERM' })
}

/** What a container is told to start in the place of its image's own command. */
function followContainer({ host }: DeployFile, container: Data): Followed | undefined {
  const command = textsOf(dataAt(container, 'command')) ?? []
  const args = textsOf(dataAt(container, 'args')) ?? []
  const image = textOf(dataAt(container, 'image')) ?? ''
  const shell = image.includes('alpine') ? 'busybox' : /^node:[\w.-]+$/.test(image) ? 'dash' : 'unknown'
  const argv = [...command, ...args]
  if (argv.length === 0) return undefined
  return followCommand(argv, { host, folder: host.root, shell, findScript: () => undefined, rest: args })
}

/** The program of a container; what a repository with one program runs in a pod with one container is that. */
function programIn({ host }: DeployFile, followed: Followed | undefined, containers: number): Stop | undefined {
  if (followed) return followed.ends === 'other' ? undefined : programOf(host, followed.folder, followed.argv)
  return containers === 1 && host.stops.length === 1 ? host.stops[0] : undefined
}

/** How long a preStop hook takes, in ms; undefined: it may do anything. */
function sleepOf(hook: Data): number | undefined {
  const seconds = numberOf(dataAt(hook, 'sleep', 'seconds'))
  if (seconds !== undefined) return seconds * 1000
  const words = textsOf(dataAt(hook, 'exec', 'command')) ?? []
  const sleeps = words.flatMap((word) => simpleCommands(word) ?? [])
  const direct = /(^|\/)sleep$/.test(words[0] ?? '') ? [words[1]] : []
  const inShell = sleeps.filter((each) => each.words[0]?.text === 'sleep').map((each) => each.words[1]?.text)
  const times = [...direct, ...(direct.length > 0 ? [] : inShell)].map((text) => readMilliseconds(text ?? ''))
  return times.length > 0 && times.every((time) => time !== undefined)
    ? times.reduce((sum, time) => sum + time, 0)
    : undefined
}

function environmentOf(container: Data): ReadonlyMap<string, string> {
  return new Map(
    itemsOf(dataAt(container, 'env')).map((each) => [
      textOf(dataAt(each, 'name')) ?? '',
      textOf(dataAt(each, 'value')) ?? '',
    ]),
  )
}
