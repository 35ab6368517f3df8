import { posix } from 'node:path'

/** What becomes the command behind it, or passes every signal on to it; each with the options that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  exec: ['-a'],
  env: ['-u', '-C', '--unset', '--chdir'],
  'cross-env': [],
  nice: ['-n'],
  tini: ['-e', '-p'],
  'tini-static': ['-e', '-p'],
  'docker-init': ['-e', '-p'],
  catatonit: [],
  'dumb-init': ['-r', '--rewrite'],
  'dotenv-run': [],
  stdbuf: ['-i', '-o', '-e'],
}
/** They take a user before the command. */
const OF_A_USER = new Set(['gosu', 'su-exec', 'setpriv', 'chroot'])

/** A command without what only stands before it: `tini -- env A=1 node main.js` is `node main.js`. */
export function withoutWrappers(argv: readonly string[]): readonly string[] {
  let rest: readonly string[] = argv.slice(argv.findIndex((each) => !/^\w+=/.test(each)))
  for (;;) {
    const name = posix.basename(rest[0] ?? '')
    if (OF_A_USER.has(name)) rest = behindOptions(rest.slice(1), []).slice(1)
    else {
      const valued = WRAPPERS[name]
      if (!valued) return rest
      rest = behindOptions(rest.slice(1), valued)
    }
  }
}

function behindOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let at = 0
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--') return words.slice(at + 1)
    if (valued.includes(word)) at += 1
    else if (!word.startsWith('-') && !/^\w+=/.test(word)) break
  }
  return words.slice(at)
}
