import type { Node } from 'oxc-parser'

/** Of all texts only the names of signals are followed, and of what else happens to a process. */
export function isFollowed(text: string): boolean {
  return /^(?:SIG[A-Z0-9]+|exit|beforeExit|uncaughtException|unhandledRejection)$/.test(text)
}

/** Whether a value is made of texts and numbers alone, and there is nothing in it to follow. */
export function isPlain(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value !== 'string' || !isFollowed(node.value)
    case 'ObjectExpression':
      return (
        node.properties.length > 0 &&
        node.properties.every((each) => each.type === 'Property' && isPlain(each.value) && !isSignal(each.key))
      )
    case 'ArrayExpression':
      return node.elements.length > 0 && node.elements.every((each) => each !== null && isPlain(each))
    default:
      return false
  }
}

// { SIGTERM: 143, SIGINT: 130 }
function isSignal(key: Node): boolean {
  return key.type === 'Identifier' && key.name.startsWith('SIG')
}
