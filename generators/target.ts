import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Existing } from './draft.ts'
import { SERVICE_FILE } from './service-file.ts'
import { UsageError } from './usage-error.ts'

// A fresh repository, or answers to be replayed, are no contents yet.
const NO_CONTENTS = ['.git', SERVICE_FILE]

/** Throws where a new service can't go. `call` is the command for the way out. */
export function assertTarget(directory: string, force: boolean, call: string): void {
  const nearest = nearestExisting(directory)
  if (!statSync(nearest).isDirectory()) {
    throw new UsageError(`${nearest} is a file, not a folder: give the name of a new folder, as in ${call} payments.`)
  }
  if (!isWritable(nearest)) {
    throw new UsageError(`${nearest} can't be written to by this user: choose another folder, or change its owner.`)
  }
  if (force || nearest !== directory) return
  const contents = readdirSync(directory).filter((entry) => !NO_CONTENTS.includes(entry))
  if (contents.length === 0) return
  if (readdirSync(directory).includes(SERVICE_FILE)) {
    throw new UsageError(
      `${directory} is a service already: add to it with yo graceful-service:resource or yo graceful-service:deploy, or make it anew with --force.`,
    )
  }
  throw new UsageError(
    `${directory} is not empty (${contents.slice(0, 3).join(', ')}${contents.length > 3 ? ', ...' : ''}): give the name of a new folder, as in ${call} payments, or add --force.`,
  )
}

/** Reads the files of a folder. */
export function existingIn(directory: string): Existing {
  return (path) => {
    const file = join(directory, path)
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
  }
}

function nearestExisting(directory: string): string {
  return existsSync(directory) ? directory : nearestExisting(dirname(directory))
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return true
  } catch {
    return false
  }
}
