export { judgeDeploy } from './judge-deploy.ts'
export type { DeployFinding } from './finding.ts'
export { sayDeployFinding } from './messages.ts'
export { DEPLOY_RULES } from './rules.ts'
