import { createFields, isIndex } from './fields.ts'
import { add, isIn, put } from './lists.ts'
import type { Token } from './tokens.ts'

/** What waits for tokens to arrive at a slot. */
type Watcher = (token: number) => void

/**
 * Lets tokens flow through slots until nothing changes: inclusion-based, blind to the order of statements
 * (https://cs.au.dk/~amoeller/papers/callgraphs/ describes the family). Slots and tokens are indices.
 */
export interface Solver {
  readonly tokens: readonly Token[]
  /** The tokens at a slot, in order of arrival. */
  readonly at: (slot: number) => readonly number[]
  readonly token: (key: string, make: () => Token) => number
  readonly newSlot: () => number
  /** As many new slots in a row; gives the first. */
  readonly newSlots: (count: number) => number
  /** What gets to a slot is seen at another too, from where it does not flow on. */
  readonly show: (slot: number, at: number) => void
  readonly hold: (slot: number, token: number) => void
  readonly copy: (from: number, to: number) => void
  readonly load: (base: number, property: string, to: number) => void
  readonly store: (base: number, property: string, from: number) => void
  readonly spread: (from: number, to: number) => void
  readonly watch: (slot: number, watcher: Watcher) => void
  /** The slot of a property of what a token stands for. */
  readonly field: (token: number, property: string) => number
  /** What reading from the token gives has changed: who holds it reads again. */
  readonly again: (token: number) => void
  /** The slot where all properties of what a token stands for come together. */
  readonly all: (token: number) => number
  readonly fieldsOf: (token: number) => ReadonlyMap<string, number> | undefined
  readonly run: () => void
  /** How many tokens have got somewhere: as long as this is the same, so is all that was found. */
  readonly arrivals: () => number
}

export interface Semantics {
  /** What reading a property gives, beyond what was stored there. */
  onLoad(token: number, property: string, to: number): void
  /** The token whose fields are meant: things of a framework's type share theirs. */
  holderOf(token: number): number
  /** Other tokens whose fields are read too: those of superclasses and subclasses. */
  relatives(token: number, property: string): readonly number[]
}

const NONE: readonly number[] = []
/** What may be more things than this at once says nothing any more. Only what must be released is followed further. */
export const MOST = 16

export function createSolver(semantics: Semantics): Solver {
  const tokens: Token[] = []
  const keys = new Map<string, number>()
  let next = 1
  const held: (number[] | undefined)[] = []
  /** Slots whose tokens are seen at another. */
  const shown: (number[] | undefined)[] = []
  const heldSets = new Map<number, Set<number>>()
  const successors: (number[] | undefined)[] = []
  const successorSets = new Map<number, Set<number>>()
  const loads: ([string, number][] | undefined)[] = []
  const stores: ([string, number][] | undefined)[] = []
  const spreads: (number[] | undefined)[] = []
  const watchers: (Watcher[] | undefined)[] = []
  const work: number[] = []
  let arrivals = 0
  const dirty = new Set<number>()
  const fields = createFields(newSlot, copy)

  function hold(slot: number, token: number): void {
    if (slot === 0) return
    const list = held[slot]
    if (!list) held[slot] = [token]
    else if (isIn(slot, list, heldSets, token)) return
    else if (list.length >= MOST && tokens[token]?.kind !== 'thing') return
    else put(slot, list, heldSets, token)
    work.push(slot, token)
    arrivals++
  }

  function copy(from: number, to: number): void {
    if (from === 0 || to === 0 || from === to) return
    const list = successors[from]
    if (!list) successors[from] = [to]
    else if (isIn(from, list, successorSets, to)) return
    else put(from, list, successorSets, to)
    for (const token of held[from] ?? NONE) hold(to, token)
  }

  function field(token: number, property: string): number {
    return fields.fill(semantics.holderOf(token), property)
  }

  function loadFrom(token: number, property: string, to: number): void {
    semantics.onLoad(token, property, to)
    for (const each of semantics.relatives(token, property)) {
      if (property === '*') copy(fields.all(each), to)
      else if (property === '[]') copy(fields.elements(each), to)
      else {
        copy(fields.at(each, property), to)
        copy(fields.at(each, '*'), to)
        if (isIndex(property)) copy(fields.at(each, '[]'), to)
      }
    }
  }

  function newSlot(): number {
    return next++
  }

  return {
    tokens,
    at(slot) {
      const others = shown[slot]
      const own = held[slot] ?? NONE
      return others ? [...new Set([own, ...others.map((other) => held[other] ?? NONE)].flat())] : own
    },
    token(key, make) {
      const known = keys.get(key)
      if (known !== undefined) return known
      const id = tokens.push(make()) - 1
      keys.set(key, id)
      return id
    },
    newSlot,
    newSlots(count) {
      next += count
      return next - count
    },
    show(slot, at) {
      if (at !== 0) add(shown, at, slot)
    },
    hold,
    copy,
    load(base, property, to) {
      if (base === 0) return
      add(loads, base, [property, to])
      held[base]?.forEach((token) => {
        loadFrom(token, property, to)
      })
    },
    store(base, property, from) {
      if (base === 0) return
      add(stores, base, [property, from])
      held[base]?.forEach((token) => {
        copy(from, field(token, property))
      })
    },
    spread(from, to) {
      add(spreads, from, to)
      add(spreads, to, -from)
      for (const a of [...(held[from] ?? NONE)])
        for (const b of [...(held[to] ?? NONE)]) fields.takeAll(semantics.holderOf(a), semantics.holderOf(b))
    },
    watch(slot, watcher) {
      if (slot === 0) return
      add(watchers, slot, watcher)
      held[slot]?.forEach(watcher)
    },
    field,
    again: (token) => dirty.add(token),
    all: (token) => fields.all(token),
    fieldsOf: (token) => fields.of(semantics.holderOf(token)),
    arrivals: () => arrivals,
    run() {
      drain()
      // Seldom: a class turned out to extend another.
      while (dirty.size > 0) {
        const again = new Set(dirty)
        dirty.clear()
        held.forEach((list, slot) => {
          for (const token of list ?? NONE) if (again.has(token)) work.push(slot, token)
        })
        drain()
      }
    },
  }

  function drain(): void {
    while (work.length > 0) {
      const token = work.pop() ?? 0
      const slot = work.pop() ?? 0
      for (const to of successors[slot] ?? NONE) hold(to, token)
      for (const [property, to] of loads[slot] ?? []) loadFrom(token, property, to)
      for (const [property, from] of stores[slot] ?? []) copy(from, field(token, property))
      for (const other of spreads[slot] ?? NONE) {
        const [from, to] = other > 0 ? [token, -1] : [-1, token]
        for (const each of [...(held[Math.abs(other)] ?? NONE)])
          fields.takeAll(semantics.holderOf(from === -1 ? each : from), semantics.holderOf(to === -1 ? each : to))
      }
      // A watcher may add another, which has seen the token when it began: forEach() comes to none that is added.
      watchers[slot]?.forEach((watcher) => {
        watcher(token)
      })
    }
  }
}
