import { workerData } from 'node:worker_threads'
import { InvalidConfig } from '../project/index.ts'
import { openIndexes, type Question } from './project-index.ts'
import { ANSWERED, BEGUN, ENDED, FREE, IDLE, LIFE, type FromWorker, type ToWorker } from './protocol.ts'

const { port, state, early, isRun } = workerData as ToWorker
const indexes = openIndexes({ byParts: true, isRun })
let next: NodeJS.Immediate | undefined

tell(BEGUN)
if (early !== undefined) goOn(early)
tell(FREE)
port.on('message', (question: Question) => {
  port.postMessage(answer(question))
  Atomics.store(state, LIFE, IDLE)
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
function goOn(root?: string): void {
  next = undefined
  try {
    const news = indexes.goOn(root)
    if (news) {
      port.postMessage({ kind: 'news', news } satisfies FromWorker)
      next = setImmediate(goOn)
    } else if (isRun && early !== undefined && indexes.hasToldAll(early)) end()
  } catch {
    // Who asks is told.
  }
}

/** A run asks for nothing that was told, and goes on faster without a thread and its heap beside it. */
function end(): void {
  if (Atomics.compareExchange(state, LIFE, IDLE, ENDED) === IDLE) port.close()
}

function tell(what: number): void {
  Atomics.add(state, what, 1)
  Atomics.notify(state, what)
}
