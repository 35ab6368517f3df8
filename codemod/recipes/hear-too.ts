import { hearToo as heardToo } from '../edits/index.ts'
import type { FileChange, Recipe } from './recipe.ts'

const SIGNALS = ['SIGTERM', 'SIGINT']

/** Where a program handles one of the two signals: the same is registered for the other one. */
export const hearToo: Recipe = ({ held, rule, verdict }, workshop) => {
  const isHalf = verdict === 'sigterm-only' || verdict === 'sigint-only'
  if (!held || !isHalf) return undefined
  const heard = held.program.heard.filter(({ by }) => by === 'process')
  const missing = SIGNALS.find((signal) => !heard.some(({ signals }) => signals.includes(signal)))
  const hearing = heard.find(({ signals }) => SIGNALS.some((signal) => signals.includes(signal)))
  if (missing === undefined || !hearing) return undefined
  const { registered } = hearing
  const text = workshop.textOf(registered.file)
  const edits = heardToo(text, registered, missing, /\.[cm]?tsx?$/.test(registered.file))
  if (!edits)
    return rule === 'require-signal-handlers'
      ? { why: `The handler has no name by which ${missing} could have it too.` }
      : undefined
  const change: FileChange = { file: registered.file, edits, imports: [] }
  return { what: `${missing} takes the same path.`, changes: [change], files: new Map() }
}
