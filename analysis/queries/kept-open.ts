import type { Step } from '../facts/facts.ts'
import type { World } from '../graph/world.ts'

/** Whether a function lets go of something only where it has failed: then it means to keep it open. */
export function isKeptOpen(steps: readonly Step[], isRelease: (call: number) => boolean): boolean {
  return !steps.some((step) => {
    switch (step.kind) {
      case 'call':
        return isRelease(step.call)
      case 'if':
        return ![step.then, step.else].every((each) => isKeptOpen(each, isRelease))
      case 'loop':
        return !isKeptOpen(step.body, isRelease)
      case 'switch':
        return !step.cases.every((each) => isKeptOpen(each, isRelease))
      case 'try':
        return ![step.body, step.finally ?? []].every((each) => isKeptOpen(each, isRelease))
      default:
        return false
    }
  })
}

/** Whether a release happens only where its function has failed. */
export function isOnFailure({ code }: World, release: number): boolean {
  const { call } = code.fileOfCall(release)
  return isKeptOpen(code.functionAt(code.callerOf(release)).steps, (local) => call + local === release)
}
