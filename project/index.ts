export { openProject, type Project } from './open-project.ts'
export { findRoot } from './find-root.ts'
export { InvalidConfig, type Config, type ConfiguredResource } from './config.ts'
export { isSource, toKey } from './file-kinds.ts'
