/** JSON as tsconfig files have it, with comments and trailing commas; undefined where it is no object. */
export function readJson(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined
  try {
    return toObject(JSON.parse(text))
  } catch {
    try {
      return toObject(JSON.parse(withoutComments(text)))
    } catch {
      return undefined
    }
  }
}

/** An object that is no array, as one whose values are still to be looked at. */
export function toObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

export function toStrings(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}

function withoutComments(text: string): string {
  const bare = text.replaceAll(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, kept?: string) => kept ?? ' ')
  return bare.replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, kept?: string) => kept ?? '')
}
