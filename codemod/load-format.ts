import { FORMATS } from './formats/all.gen.ts'
import type { Report } from './report.ts'

export type Format = keyof typeof FORMATS

/** Writes a report down. Colours are for a terminal, and the text alone has them. */
export type Reporter = (report: Report, hasColours: boolean) => string

export async function loadFormat(format: Format): Promise<Reporter> {
  return (await FORMATS[format]()).default
}

export function isFormat(name: string): name is Format {
  return name in FORMATS
}
