import { readTemplates } from '../generators/templates.ts'
import { benchExit } from './exit-after-answer.ts'
import { benchThroughput } from './throughput.ts'

// npm run bench: figures of this machine at this moment. Only what stands in one table was measured side by side.
await benchThroughput()
for (const { id } of readTemplates().frameworks) await benchExit(id)
