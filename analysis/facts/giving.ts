/** Whether a container that is asked by this name gives what it holds: `container.get<Ledger>('ledger')`. */
export function isGiving(name: string): boolean {
  return /^(get|resolve|inject|make)/.test(name)
}
