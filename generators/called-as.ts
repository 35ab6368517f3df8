/** The option under which a door tells the generator how it was called. A symbol, so that no flag can be it. */
export const CALLED_AS = Symbol('called as')

/** The command of the door that was used: yo's, where no other says its own. */
export function calledAs(options: object, yos: string): string {
  return CALLED_AS in options && typeof options[CALLED_AS] === 'string' ? options[CALLED_AS] : yos
}
