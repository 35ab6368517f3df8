import { posix } from 'node:path'
import { foldersUpwards, type DeployHost } from '../repository.ts'
import { followCommand, followText, type Circumstance, type Followed } from '../shell/follow-command.ts'
import { listForm, type Image } from './read-image.ts'
import type { Line } from './read-stages.ts'

/** What a container of an image starts: where that is written, and where it leads. */
export interface ImageStart {
  readonly line: Line
  readonly followed: Followed
}

/** A command that takes the place of the image's own. */
export interface Instead {
  readonly command?: readonly string[] | undefined
  readonly entrypoint?: readonly string[] | undefined
}

/** Follows what an image starts. Undefined: nothing, or what its base image starts. */
export function imageStart(host: DeployHost, file: string, image: Image): ImageStart | undefined {
  const { entrypoint, command } = image
  const line = entrypoint && isWrapping(entrypoint, command) ? command : (entrypoint ?? command)
  const followed = followImage(host, file, image, {})
  return line && followed && { line, followed }
}

/** Follows the start of an image, or of a container that is told to start something else in it. */
export function followImage(host: DeployHost, file: string, image: Image, instead: Instead): Followed | undefined {
  const where = circumstanceIn(host, file, image)
  const command = instead.command ?? (instead.entrypoint ? [] : wordsOf(image.command, image))
  if (instead.entrypoint) return followCommand([...instead.entrypoint, ...command], { ...where, rest: command })
  const { entrypoint } = image
  const words = listForm(entrypoint?.content ?? '')
  // ENTRYPOINT node main.js
  if (entrypoint && !words) return followShellForm(entrypoint, image, where)
  if (words) return followCommand([...words, ...command], { ...where, rest: command })
  if (!instead.command && image.command && !listForm(image.command.content)) {
    return followShellForm(image.command, image, where)
  }
  return command.length > 0 ? followCommand(command, where) : undefined
}

/** Whether an entrypoint only stands before the command, which is what can be written otherwise. */
function isWrapping(entrypoint: Line, command: Line | undefined): boolean {
  return command !== undefined && listForm(entrypoint.content) !== undefined
}

function followShellForm({ content }: Line, { shellForm }: Image, where: Circumstance): Followed | undefined {
  return shellForm ? followCommand([...shellForm, content], where) : followText(content, where.shell, where)
}

function wordsOf(command: Line | undefined, { shellForm }: Image): readonly string[] {
  if (!command) return []
  return listForm(command.content) ?? [...(shellForm ?? ['/bin/sh', '-c']), command.content]
}

function circumstanceIn(host: DeployHost, file: string, image: Image): Circumstance {
  const own = posix.dirname(file)
  return {
    host,
    folder: folderIn(host, own, image.workFolder ?? ''),
    shell: image.shell,
    findScript: (path) => findScript(host, own, image, path),
    rest: [],
  }
}

/** WORKDIR /app/packages/api is the folder `packages/api` of a repository that has one. */
function folderIn(host: DeployHost, own: string, workFolder: string): string {
  const segments = workFolder.split('/').filter((segment) => segment !== '')
  for (let at = 1; at < segments.length; at++) {
    const folder = posix.join(host.root, ...segments.slice(at))
    if (host.read(posix.join(folder, 'package.json')) !== undefined) return folder
  }
  return own
}

/** The script of the repository that is copied to a path of the image. */
function findScript(host: DeployHost, own: string, { copies }: Image, path: string): string | undefined {
  const name = posix.basename(path)
  const copied = copies.flatMap((words) => words.slice(0, -1)).filter((source) => posix.basename(source) === name)
  // A bare name is looked for on the PATH, where only what was copied by its name is ours.
  const named = path.includes('/') ? [path.replace(/^\.?\//, ''), ...pathsInside(path), name] : []
  const folders = foldersUpwards(host.root, own)
  for (const source of [...copied, ...named]) {
    const found = folders.map((folder) => posix.join(folder, source)).find((each) => host.read(each) !== undefined)
    if (found !== undefined) return found
  }
  return undefined
}

// /app/docker/start.sh may be docker/start.sh
function pathsInside(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '')
  return segments.map((_, at) => segments.slice(at).join('/'))
}
