import type { DeployFinding } from '../finding.ts'
import { hiddenSignal } from '../faults/hidden-signal.ts'
import { deadlineOf } from '../faults/short-grace.ts'
import { shortKillTimeout } from '../faults/pm2-settings.ts'
import { signalNamed, wrongStopSignal } from '../faults/stop-signal.ts'
import { imageStart } from '../image/image-start.ts'
import { listForm, readImage, type Image } from '../image/read-image.ts'
import type { DeployFile, Kind } from '../kind.ts'
import { placeIn } from '../place-in.ts'
import { programOf } from '../repository.ts'
import { pm2Command } from '../faults/pm2-command.ts'

// https://docs.docker.com/reference/dockerfile/#shell-and-exec-form

const dockerfile: Kind = {
  isOne: (path) => /(^|\/)((Dockerfile|Containerfile)([._-][^/]*)?|[^/]+\.Dockerfile)$/i.test(path),
  judge: (file) => judgeStage(file),
}

export default dockerfile

/** Judges what the last stage of a Dockerfile starts, or another one that something builds. */
export function judgeStage(deployFile: DeployFile, target?: string): readonly DeployFinding[] {
  const { host, file, text } = deployFile
  const image = readImage(text, target)
  const started = image && imageStart(host, file, image)
  if (!started || started.followed.ends === 'other') return []
  const { line, followed } = started
  const program = programOf(host, followed.folder, followed.argv)
  const stop = image.stopSignal
  const signal = stop ? signalNamed(stop.content) : 'SIGTERM'
  const asList = (argv: readonly string[]): string => `${line.name} ${toList(argv)}`
  const { start, end } = line
  const edit = exactEdit(line, followed.argv, image)
  const wrong = stop
    ? wrongStopSignal({
        signal,
        program,
        remedy: (better) => `STOPSIGNAL ${better}`,
        place: placeIn(file, text, stop.start, stop.end),
      })
    : []
  const pm2 = followed.ends === 'pm2' ? pm2Command(followed.argv) : undefined
  const killed = pm2
    ? shortKillTimeout({
        ...pm2,
        program,
        deadlineMs: deadlineOf(program, image.environment.get('SHUTDOWN_TIMEOUT_MS')),
        place: placeIn(file, text, start, end),
      })
    : []
  return [
    ...hiddenSignal(deployFile, { followed, start, end, asList, signal, ...(edit && { edit }) }),
    ...wrong,
    ...killed,
  ]
}

function toList(argv: readonly string[]): string {
  return `[${argv.map((word) => JSON.stringify(word)).join(', ')}]`
}

/** The list form of a text for the shell in which the shell has nothing to do. */
function exactEdit(
  { content, start, end }: { content: string; start: number; end: number },
  argv: readonly string[],
  image: Image,
) {
  const isPlain = listForm(content) === undefined && /^node [\w\s./:=@-]+$/.test(content) && !image.shellForm
  return isPlain && argv.join(' ') === content.split(/\s+/).join(' ') ? { start, end, text: toList(argv) } : undefined
}
