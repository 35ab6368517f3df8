export { lifecycleFor, type LifecycleVariant } from './lifecycle-for.ts'
