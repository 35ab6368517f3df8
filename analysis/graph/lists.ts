/** Up to this length a list is looked through; a longer one has a set beside it. */
const SHORT = 24

/** Whether a list has a value; it may have a set beside it, by its index. */
export function isIn(index: number, list: readonly number[], sets: Map<number, Set<number>>, value: number): boolean {
  return list.length <= SHORT ? list.includes(value) : (sets.get(index)?.has(value) ?? false)
}

export function put(index: number, list: number[], sets: Map<number, Set<number>>, value: number): void {
  list.push(value)
  if (list.length === SHORT + 1) sets.set(index, new Set(list))
  else if (list.length > SHORT) sets.get(index)?.add(value)
}

export function add<T>(lists: (T[] | undefined)[], index: number, value: T): void {
  const list = lists[index]
  if (list) list.push(value)
  else lists[index] = [value]
}
