import type { Report } from '../report.ts'
import type { Format } from './formats.ts'
import { toJson } from './json.ts'
import { toSarif } from './sarif.ts'
import { toText } from './text.ts'

export { summary } from './summary.ts'

/** Each way to write a report down. Colours are for a terminal, and the text alone has them. */
export const REPORTERS: Readonly<Record<Format, (report: Report, colours: boolean) => string>> = {
  text: toText,
  json: toJson,
  sarif: toSarif,
}
