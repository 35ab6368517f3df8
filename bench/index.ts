import { readTemplates } from '../generators/templates.ts'
import { benchAnalysis } from './analysis.ts'
import { benchExit } from './exit-after-answer.ts'
import { benchThroughput } from './throughput.ts'

// npm run bench [-- service | analysis [FOLDER]]
// Figures of this machine at this moment. Only what stands in one table was measured side by side.
const [part, folder] = process.argv.slice(2)
if (part !== 'analysis') {
  await benchThroughput()
  for (const { id } of readTemplates().frameworks) await benchExit(id)
}
if (part !== 'service') await benchAnalysis(folder)
