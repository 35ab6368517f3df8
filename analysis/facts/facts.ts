/** A place in a file where a value can stand: a variable, a parameter, the result of an expression. 0 is nowhere. */
export type Slot = number

/** Whether a branch is taken when the slot holds something, or when it holds nothing. */
export interface Test {
  readonly slot: Slot
  readonly isNegated: boolean
}

/** The body of a function, reduced to what matters for order and paths. Calls are indices of `Facts.calls`. */
export type Step =
  | { readonly kind: 'call'; readonly call: number }
  /** `isLoad`: for a module, which comes soon or never. */
  | { readonly kind: 'await'; readonly isLoad?: true }
  | { readonly kind: 'if'; readonly test: Test | null; readonly then: readonly Step[]; readonly else: readonly Step[] }
  | { readonly kind: 'loop'; readonly body: readonly Step[]; readonly isEndless: boolean }
  | { readonly kind: 'switch'; readonly cases: readonly (readonly Step[])[]; readonly isTotal: boolean }
  | {
      readonly kind: 'try'
      readonly body: readonly Step[]
      readonly catch: readonly Step[] | null
      readonly finally: readonly Step[] | null
    }
  | { readonly kind: 'return'; readonly slot: Slot; readonly start: number }
  | { readonly kind: 'throw'; readonly start: number }
  | { readonly kind: 'break' | 'continue' }
  | { readonly kind: 'using'; readonly slot: Slot; readonly call: number }

/**
 * What becomes of a call's promise: `awaited`; `returned` to the caller; `chained` by `.then()` and the like; `floating`
 * when nobody looks at it; `used` as a value.
 */
export type Settle = 'awaited' | 'returned' | 'chained' | 'floating' | 'used'

export interface CallFact {
  readonly kind: 'call' | 'new' | 'decorator'
  readonly callee: Slot
  /** The receiver of a method call. */
  readonly base: Slot
  /** The last name in the callee: `end` of `this.pool.end()`. */
  readonly name: string
  readonly args: readonly Slot[]
  /** From this argument on they are elements of something that was spread; -1 for none. */
  readonly spreadFrom: number
  /** Literal arguments: a string, a number, true or false; null for what is not literal. */
  readonly literals: readonly (string | number | boolean | null)[]
  /** The keys of object literals among the arguments, at any depth; without those whose value is `false`. */
  readonly keys: readonly string[]
  readonly result: Slot
  /** The function that makes the call. */
  readonly fn: number
  readonly start: number
  readonly end: number
  /** The callee as it is written, without what would not fit a sentence. */
  readonly text: string
  readonly settle: Settle
  /** The call in whose arguments this one stands; -1 for none. */
  readonly within: number
  /** The call whose result is the receiver, as of `.then()`; -1 for none. */
  readonly after: number
  /** Whether it stands in a loop, or in an array method's callback. */
  readonly isRepeated: boolean
}

export interface FunctionFact {
  readonly name: string
  readonly params: readonly Slot[]
  /** The index of a parameter that takes the rest; -1 for none. */
  readonly rest: number
  readonly returns: Slot
  /** The `arguments` object, where it is asked for. */
  readonly passed: Slot
  readonly self: Slot
  readonly isAsync: boolean
  readonly isGenerator: boolean
  /** The function in which it is written; -1 for the module itself. */
  readonly parent: number
  /** The class whose method it is; -1 for none. */
  readonly cls: number
  readonly isStatic: boolean
  readonly start: number
  readonly end: number
  readonly steps: readonly Step[]
}

export interface ClassFact {
  readonly name: string
  readonly slot: Slot
  readonly superclass: Slot
  readonly interfaces: readonly Slot[]
  readonly isInterface: boolean
  readonly isAbstract: boolean
  readonly constructs: number
  readonly methods: readonly { readonly name: string; readonly fn: number; readonly isStatic: boolean }[]
  readonly fields: readonly { readonly name: string; readonly type: Slot; readonly isStatic: boolean }[]
  readonly decorators: readonly string[]
  /** The methods that its documentation says must be called: `@mustCall close`. */
  readonly mustCall: readonly string[]
  readonly start: number
}

export interface ImportFact {
  readonly slot: Slot
  readonly from: string
  /** The name exported there; `*` for all of it; `require` for what `require()` gives. */
  readonly name: string
  readonly start: number
  readonly fn: number
}

/** One file, reduced to what the analysis of lifetimes asks for: plain data, made from the text alone. */
export interface Facts {
  readonly file: string
  readonly slots: number
  /** The function in which each slot is declared. */
  readonly owners: readonly number[]
  /** The first is the module itself. */
  readonly functions: readonly FunctionFact[]
  readonly classes: readonly ClassFact[]
  /** How many object and array literals there are. */
  readonly objects: number
  /** Pairs: from, to. */
  readonly copies: readonly number[]
  /** base, property, to. `[]` is any element, `*` any property. */
  readonly loads: readonly (readonly [Slot, string, Slot])[]
  /** base, property, from. */
  readonly stores: readonly (readonly [Slot, string, Slot])[]
  /** All properties of the first go to the second. */
  readonly spreads: readonly (readonly [Slot, Slot])[]
  readonly holdsFunction: readonly (readonly [Slot, number])[]
  readonly holdsClass: readonly (readonly [Slot, number])[]
  readonly holdsObject: readonly (readonly [Slot, number])[]
  readonly holdsString: readonly (readonly [Slot, string])[]
  /** Names that are declared nowhere in the file. */
  readonly holdsGlobal: readonly (readonly [Slot, string])[]
  /** What is annotated, and the slot of the type's name. */
  readonly types: readonly (readonly [Slot, Slot])[]
  readonly calls: readonly CallFact[]
  readonly imports: readonly ImportFact[]
  /** Everything exported by `export * from`. */
  readonly reexports: readonly string[]
  /** What the module exports, as an object. */
  readonly exports: Slot
  readonly isCommonJs: boolean
  /** Whether it loads modules whose names only running it would tell: plugins of a folder. */
  readonly loadsByName: boolean
  /** What is declared with `using`: the function, the variable's slot, and the call that gives it; -1 for none. */
  readonly usings: readonly (readonly [number, Slot, number])[]
  /** What is set to true or false, and what the condition of a loop asks: a variable, or an object and its property; and the function. */
  readonly flags: readonly (readonly [Slot, string, number])[]
  readonly loopTests: readonly (readonly [Slot, string, number])[]
  readonly mustCall: readonly { readonly fn: number; readonly methods: readonly string[] }[]
  /** Where each line begins. */
  readonly lines: readonly number[]
}
