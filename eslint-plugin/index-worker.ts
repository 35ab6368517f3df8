import { workerData } from 'node:worker_threads'
import { InvalidConfig } from '../project/index.ts'
import { judgeEarly, judgeInProject, type Question } from './project-index.ts'
import { ANSWERED, BEGUN, FREE, type FromWorker, type ToWorker } from './protocol.ts'

const { port, state, early } = workerData as ToWorker

tell(BEGUN)
if (early !== undefined) {
  try {
    judgeEarly(early)
  } catch {
    // Who asks is told.
  }
}
tell(FREE)
port.on('message', (question: Question) => {
  port.postMessage(answer(question))
  tell(ANSWERED)
})

function answer(question: Question): FromWorker {
  try {
    return { judged: judgeInProject(question) }
  } catch (error) {
    return { error, isInvalid: error instanceof InvalidConfig }
  }
}

function tell(what: number): void {
  Atomics.add(state, what, 1)
  Atomics.notify(state, what)
}
