import { isBuiltin } from 'node:module'

type Rank = (from: string) => number

/** node:, packages, aliases, parents, siblings: the groups in which imports are mostly written. */
export const rankOf: Rank = (from) => {
  if (isBuiltin(from)) return 0
  if (/^(#|~|@\/)/.test(from)) return 2
  if (from.startsWith('..')) return 3
  return from.startsWith('.') ? 4 : 1
}

const ranks: readonly Rank[] = [rankOf, (from) => (from.startsWith('.') ? 1 : 0), () => 0]
const spellings: readonly ((from: string) => string)[] = [(from) => from, (from) => from.toLowerCase()]

type Order = (a: string, b: string) => number

const alphabets: readonly Order[] = spellings.map((spell) => (a, b) => compare(spell(a), spell(b)))

const orders: readonly Order[] = ranks.flatMap((rank) =>
  alphabets.map(
    (alphabet): Order =>
      (a, b) =>
        rank(a) - rank(b) || alphabet(a, b),
  ),
)

/** The order in which these specifiers stand, if they stand in one. */
export function orderOf(specifiers: readonly string[]): Order | undefined {
  return orders.find((order) => isSortedBy(specifiers, order))
}

/** The alphabetical order in which these names stand, if they stand in one. */
export function alphabetOf(names: readonly string[]): Order | undefined {
  return [...alphabets, npmOrder].find((order) => isSortedBy(names, order))
}

/** The order in which npm writes the names of packages. */
function npmOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isSortedBy(items: readonly string[], order: Order): boolean {
  return items.every((item, index) => {
    const previous = items[index - 1]
    return previous === undefined || order(previous, item) <= 0
  })
}
