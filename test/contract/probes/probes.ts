/** How the resources that the tests add to a service misbehave, told by its environment. */
const { PROBE_FAILS, PROBE_HANGS, PROBE_LEAKS, PROBE_START_MS } = process.env

/** A resource whose acquisition takes as long as the test wants, in ms. */
export async function acquireProbe(name: string): Promise<object> {
  console.log(JSON.stringify({ level: 'info', msg: `acquiring ${name}` }))
  await new Promise((resolve) => setTimeout(resolve, Number(PROBE_START_MS ?? 0)))
  return {}
}

export async function releaseProbe(name: string): Promise<void> {
  if (PROBE_FAILS === name) throw new Error(`${name} is broken`)
  if (PROBE_HANGS === name) await new Promise(() => undefined)
  if (PROBE_LEAKS === name) setInterval(() => undefined, 60_000)
}
