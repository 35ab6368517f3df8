import { posix } from 'node:path'
import { dataAt, entriesOf, entryAt, itemsOf, textOf, textsOf, type Data, type Entry } from '../data/data.ts'
import { readYaml } from '../data/read-yaml.ts'
import { hiddenSignal } from '../faults/hidden-signal.ts'
import { deadlineOf, shortGrace } from '../faults/short-grace.ts'
import { signalNamed, wrongStopSignal } from '../faults/stop-signal.ts'
import type { DeployFinding } from '../finding.ts'
import { followImage, imageStart } from '../image/image-start.ts'
import { readImage, type Image } from '../image/read-image.ts'
import type { DeployFile, Kind } from '../kind.ts'
import { readMilliseconds } from '../milliseconds.ts'
import { placeIn } from '../place-in.ts'
import { programOf } from '../repository.ts'
import { simpleCommands } from '../shell/simple-commands.ts'
import { judgeStage } from './dockerfile.ts'

// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#stop_grace_period
const GRACE_MS = 10_000

const NAME = /(^|\/)(docker-)?compose([._-][^/]*)?\.ya?ml$/i

const compose: Kind = {
  isOne: (path) => NAME.test(path),
  judge(file) {
    const services = readYaml(file.text).flatMap((document) => entriesOf(dataAt(document, 'services')))
    return services.flatMap((service) => judgeService(file, service))
  },
}

export default compose

/** A Dockerfile that a service is built from. */
interface Built extends DeployFile {
  readonly image: Image
  readonly target: string | undefined
}

function judgeService(compose: DeployFile, service: Entry): readonly DeployFinding[] {
  const { host, file, text } = compose
  const built = buildOf(compose, service.value)
  const command = entryAt(service.value, 'command')
  const entrypoint = entryAt(service.value, 'entrypoint')
  const instead = { command: wordsOf(command?.value), entrypoint: wordsOf(entrypoint?.value) }
  const image = built?.image ?? readImage(`FROM ${textOf(dataAt(service.value, 'image')) ?? 'scratch'}`)
  if (!image) return []
  const dockerfile = built?.file ?? file
  const followed = followImage(host, dockerfile, image, instead)
  const own = command ?? entrypoint
  const line = built && !own ? imageStart(host, dockerfile, image)?.line : undefined
  if (!followed || followed.ends === 'other') return []
  const program = programOf(host, followed.folder, followed.argv)
  const stopSignal = entryAt(service.value, 'stop_signal')
  const signal = signalNamed(textOf(stopSignal?.value) ?? image.stopSignal?.content ?? 'SIGTERM')
  const asList = (argv: readonly string[]): string => `${own?.key ?? 'command'}: ${JSON.stringify(argv)}`
  const grace = entryAt(service.value, 'stop_grace_period')
  const graceMs = readMilliseconds(textOf(grace?.value) ?? '') ?? GRACE_MS
  const at = grace ?? { start: service.start, end: service.start + service.key.length }
  const told = environmentOf(dataAt(service.value, 'environment')).get('SHUTDOWN_TIMEOUT_MS')
  return [
    ...(own ? hiddenSignal(compose, { followed, start: own.value.start, end: own.value.end, asList, signal }) : []),
    // Of its other stages a Dockerfile does not know which are built.
    ...(built && line && built.target !== undefined ? judgeStage(built, built.target) : []),
    ...(stopSignal
      ? wrongStopSignal({
          signal,
          program,
          remedy: (better) => `stop_signal: ${better}`,
          place: placeIn(file, text, stopSignal.start, stopSignal.end),
        })
      : []),
    ...shortGrace({
      platform: 'Compose',
      graceMs,
      deadlineMs:
        !grace && isContinued(compose, service.value)
          ? undefined
          : deadlineOf(program, told ?? image.environment.get('SHUTDOWN_TIMEOUT_MS')),
      place: placeIn(file, text, at.start, at.end),
      because: [],
      setting: (ms) => `stop_grace_period: ${Math.ceil(ms / 1000)}s`,
    }),
  ]
}

/** Whether another file may say more of a service: one that it extends, or one beside this that speaks of graces. */
function isContinued({ host, file }: DeployFile, service: Data): boolean {
  const names = entriesOf(service).map(({ key }) => key)
  if (names.includes('extends') || !(names.includes('build') || names.includes('image'))) return true
  const folder = posix.dirname(file)
  return host.files.some((other) => {
    const isBeside = other !== file && posix.dirname(other) === folder && NAME.test(other)
    return isBeside && host.read(other)?.includes('stop_grace_period') === true
  })
}

function buildOf({ host, file }: DeployFile, service: Data): Built | undefined {
  const build = dataAt(service, 'build')
  const context = textOf(build) ?? textOf(dataAt(build, 'context')) ?? '.'
  if (!build || context.includes('$')) return undefined
  const folder = posix.join(posix.dirname(file), context)
  const path = posix.join(folder, textOf(dataAt(build, 'dockerfile')) ?? 'Dockerfile')
  const target = textOf(dataAt(build, 'target'))
  const text = host.read(path)
  const image = text === undefined ? undefined : readImage(text, target)
  return text !== undefined && image ? { host, file: path, text, image, target } : undefined
}

/** Compose splits a text into words as a shell would, and starts no shell. */
function wordsOf(data: Data | undefined): readonly string[] | undefined {
  const text = textOf(data)
  if (text === undefined) return textsOf(data)
  return simpleCommands(text.replaceAll(/[;&|()]/g, '\\$&').replaceAll('\n', ' '))?.[0]?.words.map((word) => word.text)
}

function environmentOf(data: Data | undefined): ReadonlyMap<string, string> {
  const pairs = entriesOf(data).map(({ key, value }): readonly [string, string] => [key, textOf(value) ?? ''])
  const lines = itemsOf(data).map((item): readonly [string, string] => {
    const [key = '', value = ''] = (textOf(item) ?? '').split('=')
    return [key, value]
  })
  return new Map([...pairs, ...lines])
}
