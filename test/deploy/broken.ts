/** A file with one fault put in. Throws if the text to spoil is not there, so that no broken file is whole by mistake. */
export function broken(text: string, sound: string, spoilt: string): string {
  if (!text.includes(sound)) throw new Error(`"${sound}" is not in the file`)
  return text.replace(sound, spoilt)
}
