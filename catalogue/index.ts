export { ALL } from './all.gen.ts'
export * from './define.ts'
