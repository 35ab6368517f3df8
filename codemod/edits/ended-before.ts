/** A statement without semicolon, with one if what follows would go on with it: `open()` above `(function () {})()`. */
export function endedBefore(statement: string, following: string): string {
  const goesOn = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*(?:[([`+-]|\/(?![/*]))/.test(following)
  return goesOn && !statement.endsWith(';') ? `${statement};` : statement
}
