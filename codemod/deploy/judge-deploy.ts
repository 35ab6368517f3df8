import type { DeployFinding } from './finding.ts'
import { isForProduction } from './is-for-production.ts'
import { KINDS } from './kinds/all.gen.ts'
import type { DeployHost } from './repository.ts'

interface DeployReport {
  readonly findings: readonly DeployFinding[]
  /** The files that were judged. */
  readonly judged: readonly string[]
}

/** What is wrong in the deploy files of a repository, each fault once. */
export function judgeDeploy(host: DeployHost): DeployReport {
  const findings = new Map<string, DeployFinding>()
  const judged: string[] = []
  for (const file of host.files) {
    const path = file.slice(host.root.length + 1)
    if (!isForProduction(path)) continue
    const kinds = KINDS.filter((kind) => kind.isOne(path, () => host.read(file) ?? ''))
    const text = kinds.length > 0 ? host.read(file) : undefined
    if (text === undefined) continue
    judged.push(file)
    for (const kind of kinds) {
      // Several services may start the same script, or build the same stage.
      for (const finding of kind.judge({ host, file, text })) findings.set(keyOf(finding), finding)
    }
  }
  return { findings: [...findings.values()], judged }
}

function keyOf({ rule, place }: DeployFinding): string {
  return `${rule} ${place.file} ${place.start} ${place.end}`
}
