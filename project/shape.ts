/** What a value in a configuration must be, and how to say so. */
export interface Shape {
  readonly expected: string
  readonly is: (value: unknown) => boolean
}

export const text: Shape = { is: (value) => typeof value === 'string' && value !== '', expected: 'a string' }

export const yes: Shape = { is: (value) => value === true, expected: '`true` or nothing' }

export const boolean: Shape = { is: (value) => typeof value === 'boolean', expected: '`true` or `false`' }

export const number: Shape = { is: (value) => Number.isFinite(value) && Number(value) >= 0, expected: 'a number' }

export function written(pattern: RegExp, expected: string): Shape {
  return { is: (value) => typeof value === 'string' && pattern.test(value), expected }
}

export function oneOf(...values: readonly (string | boolean)[]): Shape {
  return {
    is: (value) => values.includes(value as string),
    expected: values.map((each) => JSON.stringify(each)).join(' or '),
  }
}

export function either(...shapes: readonly Shape[]): Shape {
  return {
    is: (value) => shapes.some((shape) => shape.is(value)),
    expected: shapes.map(({ expected }) => expected).join(', or '),
  }
}

export function many({ is, expected }: Shape): Shape {
  return { is: (value) => Array.isArray(value) && value.every((each) => is(each)), expected: `an array of ${expected}` }
}

/** One, or an array of them. */
export function some(shape: Shape): Shape {
  return either(shape, many(shape))
}

/** An object whose values are all such. */
export function record({ is, expected }: Shape): Shape {
  return {
    is: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((each) => is(each)),
    expected: `an object whose values are ${expected}`,
  }
}
