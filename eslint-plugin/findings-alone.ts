import { createAnalysis, type Finding } from '../analysis/index.ts'

/** What is found in a text that belongs to no project. */
export function findingsAlone(file: string, text: string): readonly Finding[] {
  return createAnalysis({ files: [file], read: () => text }).findingsIn(file, text)
}
