/** A number that two texts hardly ever share: two sums of 26 bits, which a double holds exactly. */
export function sumOf(text: string): number {
  let one = text.length
  let two = 0x9e3779b9
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two + unit, 0x85ebca6b) ^ (two >>> 13)
  }
  return (one >>> 6) * 0x4000000 + (two >>> 6)
}
