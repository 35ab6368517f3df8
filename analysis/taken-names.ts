/** No list of names is longer than that. */
const LONGEST_LIST = 5_000
const TAKEN = /(?:\b(?:import|export)\s*\{([^{}]*)\}|\{([^{}]*)\}\s*=\s*(?:await\s*)?)\s*$/

/**
 * The names that a text takes from a module, when they are listed before the place where it names it: the `setTimeout`
 * of `import { setTimeout as sleep } from`; undefined when it may take all.
 */
export function namesTakenBefore(text: string, at: number): readonly string[] | undefined {
  const found = TAKEN.exec(text.slice(Math.max(0, at - LONGEST_LIST), at))
  const list = found?.[1] ?? found?.[2]
  if (list === undefined || /\.\.\.|[[\]/"'`]/.test(list)) return undefined
  const names = list.split(',').map((each) => /^\s*(type\s+(?!as\b))?([\w$]+)/.exec(each))
  return names.flatMap((each) => (each?.[2] !== undefined && each[1] === undefined ? [each[2]] : []))
}
