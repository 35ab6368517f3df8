import { workerData } from 'node:worker_threads'
import { InvalidConfig } from '../project/index.ts'
import { openIndexes, type Question } from './project-index.ts'
import { ANSWERED, BEGUN, FREE, type FromWorker, type ToWorker } from './protocol.ts'

const { port, state, early } = workerData as ToWorker
const indexes = openIndexes({ byParts: true })
let next: NodeJS.Immediate | undefined

tell(BEGUN)
if (early !== undefined) goOn(early)
tell(FREE)
port.on('message', (question: Question) => {
  port.postMessage(answer(question))
  tell(ANSWERED)
  next ??= setImmediate(goOn)
})

function answer(question: Question): FromWorker {
  try {
    return { kind: 'answer', judged: indexes.judge(question) }
  } catch (error) {
    return { kind: 'failure', error, isInvalid: error instanceof InvalidConfig }
  }
}

/** One step, so that a question that has come meanwhile is answered before the next. */
function goOn(early?: string): void {
  next = undefined
  try {
    const news = indexes.goOn(early)
    if (!news) return
    port.postMessage({ kind: 'news', news } satisfies FromWorker)
    next = setImmediate(goOn)
  } catch {
    // Who asks is told.
  }
}

function tell(what: number): void {
  Atomics.add(state, what, 1)
  Atomics.notify(state, what)
}
