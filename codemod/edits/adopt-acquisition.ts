import { adoptAfterwards } from './adopt-afterwards.ts'
import { adoptInPlace, adoptOnItsLine } from './adopt-in-place.ts'
import type { Adoption } from './adoption.ts'
import { callAt } from './call-at.ts'
import { endsArgumentsWithComma, lineWidth } from './call-layout.ts'
import { readDialect } from './dialect.ts'
import type { TextEdit } from './text-edits.ts'
import { parseTypeScript } from './typescript-source.ts'

/** Adopts what a call acquires: around the call where that stays on its line, or in the next statement. */
export function adoptAcquisition(text: string, adoption: Adoption): readonly TextEdit[] | undefined {
  const source = parseTypeScript(text)
  const call = source && callAt(source, adoption)
  if (!source || !call) return undefined
  const around = {
    source,
    dialect: readDialect(source),
    width: lineWidth(text),
    trailingComma: endsArgumentsWithComma(source),
  }
  return (
    adoptOnItsLine(around, adoption, call) ??
    adoptAfterwards(around, adoption, call) ??
    adoptInPlace(around, adoption, call)
  )
}
