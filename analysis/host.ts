import type { Entry } from '../catalogue/index.ts'

/** Where the files come from: a disk, an editor, a test. */
export interface Host {
  /** Every file that may matter: sources, package.json, Dockerfile, Procfile. Unique keys with `/`, all of one kind. */
  readonly files: readonly string[]
  /** The folder above them all: what it and those above it are called says nothing of a file. */
  readonly root?: string
  /** The text of a file; undefined when it can not be read. */
  read(file: string): string | undefined
  /** Changes whenever the file may have changed. Left out: files never change. */
  version?(file: string): string
  /** Changes whenever any file may have changed, come or gone: it saves asking for the version of each. */
  revision?(): number
  /** What a specifier that is not relative leads to, as one of `files`; undefined for an external package. */
  resolve?(specifier: string, from: string): string | undefined
  /** Resources that the user describes; `modules` may be a file of the project: `./src/lease.ts`, from the root. */
  readonly entries?: readonly Entry[]
}

/** An editor's text of a file, which the disk does not have yet. */
export interface Unsaved {
  readonly file: string
  readonly text: string
}
