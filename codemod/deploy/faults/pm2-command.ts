/** `pm2-runtime dist/main.js`, as far as it says how long a stop may take. Undefined: a configuration says that. */
export function pm2Command(argv: readonly string[]) {
  const [name = '', ...args] = argv
  const at = args.findIndex((each) => /^--kill-timeout(=|$)/.test(each))
  const given = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const words = args.filter((each) => !each.startsWith('-') && each !== 'start')
  if (words.some((each) => /\.(json|ya?ml)$|\.config\.[cm]?js$/.test(each))) return undefined
  return {
    killTimeoutMs: given !== undefined && /^\d+$/.test(given) ? Number(given) : undefined,
    setting: (ms: number) => `${name} --kill-timeout ${ms}`,
  }
}
