import { defineAddGenerator } from '../add-generator.ts'
import { planResource } from '../plan-resource.ts'

/** `yo graceful-service:resource ID...`: something more that a service holds open. */
export default defineAddGenerator({
  id: 'resource',
  grows: 'resources',
  question: 'What does the service hold open from now on?',
  plan: planResource,
})
