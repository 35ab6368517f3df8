import { defineAddGenerator } from '../add-generator.ts'
import { planDeploy } from '../plan-deploy.ts'

/** `yo graceful-service:deploy ID...`: somewhere more that a service runs. */
export default defineAddGenerator({
  id: 'deploy',
  grows: 'deploy',
  question: 'Where does the service run from now on?',
  plan: planDeploy,
})
