export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file)
}
