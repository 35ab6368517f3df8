/** The same program, written differently; undefined where it can not be written that way. */
export type Rewriting = (files: ReadonlyMap<string, string>) => ReadonlyMap<string, string> | undefined

const CODE = /\.[cm]?[jt]sx?$/

/** Rewrites each file of code by itself; undefined when none is changed. */
export function eachFile(rewrite: (text: string, file: string) => string): Rewriting {
  return (files) => {
    const rewritten = new Map([...files].map(([file, text]) => [file, CODE.test(file) ? rewrite(text, file) : text]))
    return [...files].some(([file, text]) => rewritten.get(file) !== text) ? rewritten : undefined
  }
}
