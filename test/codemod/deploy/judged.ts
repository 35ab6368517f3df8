import { createAnalysis } from '../../../analysis/index.ts'
import { judgeDeploy, type DeployFinding } from '../../../codemod/deploy/index.ts'

const ROOT = '/repo'

/** What is found in the deploy files among these; places have the paths that they are given by. */
export function judged(files: ReadonlyMap<string, string>): DeployFinding[] {
  const inRoot = new Map([...files].map(([file, text]) => [`${ROOT}/${file}`, text]))
  const keys = [...inRoot.keys()]
  const read = (file: string): string | undefined => inRoot.get(file)
  const { stops } = createAnalysis({ files: keys, read }).check()
  const order = [...files.keys()]
  return judgeDeploy({ root: ROOT, files: keys, read, stops })
    .findings.map((finding) => ({ ...finding, place: { ...finding.place, file: finding.place.file.slice(6) } }))
    .sort((a, b) => order.indexOf(a.place.file) - order.indexOf(b.place.file) || a.place.start - b.place.start)
}
