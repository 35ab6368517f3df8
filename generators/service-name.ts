import { basename } from 'node:path'

const LONGEST = 63
const PLAIN = /^[a-z]([a-z0-9-]*[a-z0-9])?$/
const SCOPED = /^@[a-z0-9][a-z0-9._-]*\//

/** Why `name` can't name a service, or nothing. It names the package, the image and the Kubernetes objects alike. */
export function whyNotAName(name: string): string | undefined {
  const plain = unscoped(name)
  if (plain.length > LONGEST) return `has more than ${LONGEST} characters`
  if (!PLAIN.test(plain)) {
    return 'is no name for a package: lower-case letters, digits and hyphens, a letter first'
  }
  return undefined
}

/** The name without its scope, as everything but package.json writes it. */
export function unscoped(name: string): string {
  return name.replace(SCOPED, '')
}

/** A folder's name made into a service's name. */
export function nameOfFolder(directory: string): string {
  const name = basename(directory)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return name === '' ? 'payment-service' : name
}
