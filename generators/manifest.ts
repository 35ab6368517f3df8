import type { Grace } from './grace.ts'

/** Where a statement goes in the callback of `run`. */
export type Place = 'server' | 'listen' | 'end'

/** What a folder of templates brings besides its files: the contents of its `*.manifest.json`. */
export interface Manifest {
  readonly title: string
  readonly description: string
  /** Ids of the same kind without which this one makes no sense. */
  readonly requires: readonly string[]
  /** Can it carry the payments? */
  readonly database: boolean
  /** Names only: the versions stand in `templates/package.json`. */
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
  /** Keys of the configuration, and the zod schema of each. */
  readonly config: Readonly<Record<string, string>>
  /** Imports of main.ts: from which module which names. */
  readonly imports: Readonly<Record<string, readonly string[]>>
  /** The name of what a database's `acquire` gives, when it carries the payments. */
  readonly const: string | undefined
  readonly acquire: readonly string[]
  readonly before: Place
  readonly ledger: { readonly imports: Manifest['imports']; readonly statements: readonly string[] } | undefined
  /** The numbers of its files that follow from the shutdown timeout. */
  readonly grace: readonly Grace[]
}

/** What a manifest says, with its defaults. A manifest is ours: a wrong one is a bug, and says where. */
export function readManifest(text: string, path: string): Manifest {
  // The parse boundary: a manifest is written by us, and every one is used by the tests.
  const { title, description, ...rest } = JSON.parse(text) as Partial<Manifest>
  if (title === undefined || description === undefined) throw new Error(`${path}: a title and a description are needed`)
  const unknown = Object.keys(rest).find((key) => !(key in ABSENT) && key !== '$schema')
  if (unknown !== undefined) throw new Error(`${path}: there is no key "${unknown}"`)
  return { ...ABSENT, title, description, ...rest }
}

const ABSENT: Omit<Manifest, 'title' | 'description'> = {
  requires: [],
  database: false,
  dependencies: [],
  devDependencies: [],
  config: {},
  imports: {},
  const: undefined,
  acquire: [],
  before: 'listen',
  ledger: undefined,
  grace: [],
}
