import type { Node } from 'oxc-parser'
import type { Inquiry } from '../inquiry.ts'
import { spotOfCall } from '../syntax.ts'

/** The option of a library's call that says how long to wait. */
export interface DeadlineOption {
  /** It is the text of an environment variable. */
  readonly isText: boolean
  /** It turns the deadline off. */
  readonly isEndless: boolean
  /** What is written for it; undefined when that stands somewhere else. */
  readonly value: Node | undefined
}

export function deadlineOption(inquiry: Inquiry, call: number, name: string): DeadlineOption {
  const value = writtenValue(inquiry, call, name)
  return { isText: isText(inquiry, call, name), isEndless: value !== undefined && isEndless(value), value }
}

function isText({ world }: Inquiry, call: number, name: string): boolean {
  const { solver, code } = world
  const file = code.fileOfCall(call)
  return code.callAt(call).args.some((arg) =>
    solver.at(code.slotIn(file, arg)).some((options) =>
      solver.at(solver.fieldsOf(options)?.get(name) ?? 0).some((id) => {
        const token = world.tokenOf(id)
        return token.kind === 'external' && token.module === 'node:process' && token.path.startsWith('env.')
      }),
    ),
  )
}

function writtenValue(inquiry: Inquiry, call: number, name: string): Node | undefined {
  const node = spotOfCall(inquiry, call)?.node
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return undefined
  for (const arg of node.arguments)
    for (const property of arg.type === 'ObjectExpression' ? arg.properties : [])
      if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name)
        return property.value
  return undefined
}

// { delay: false }, { timeout: Infinity }
function isEndless(value: Node): boolean {
  return (
    (value.type === 'Literal' && value.value === false) || (value.type === 'Identifier' && value.name === 'Infinity')
  )
}
