/** Reads a time in ms from the environment: what is no positive number, or too long for a timer, is `otherwise`. */
export function readMilliseconds(name: string, otherwise: number): number {
  const value = Number(process.env[name])
  return value > 0 && value < 2 ** 31 ? value : otherwise
}
