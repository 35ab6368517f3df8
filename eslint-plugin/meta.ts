import type { RuleName } from '../analysis/index.ts'
import manifest from './package.json' with { type: 'json' }

export const NAMESPACE = 'graceful-service'

export const meta = { name: manifest.name, version: manifest.version, namespace: NAMESPACE }

/** The rule's page as it was when this version was published. */
export function pageOf(rule: RuleName): string {
  return `https://unpkg.com/${meta.name}@${meta.version}/docs/rules/${rule}.md`
}
