import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Gives a text a style, where there are colours at all. */
export type Paint = (style: Style, text: string) => string

export function createPaint(hasColours: boolean): Paint {
  return (style, text) => (hasColours ? styleText(style, text, { validateStream: false }) : text)
}
