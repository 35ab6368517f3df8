/** Where what was found is kept: texts by name, which may be gone at any time. */
export interface CacheStore {
  /** In which folder, for names that hold wherever the repository is checked out. */
  readonly folder: string
  read(name: string): string | undefined
  write(name: string, text: string): void
}
