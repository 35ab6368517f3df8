export { planDeploy } from './plan-deploy.ts'
export { planResource } from './plan-resource.ts'
export { planService } from './plan-service.ts'
export { loadScaffold } from './load-scaffold.ts'
