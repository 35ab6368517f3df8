import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { isMainThread, MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { findRoot, InvalidConfig, toKey } from '../project/index.ts'
import { openIndexes, type Indexes, type Judged, type News, type Question } from './project-index.ts'
import { ANSWERED, ASKED, BEGUN, ENDED, FREE, IDLE, LIFE, STATES, type FromWorker, type ToWorker } from './protocol.ts'

/** After this a thread has failed to begin, which can not be noticed while it is waited for; if it was only slow, nothing is lost. */
const LONGEST_BEGINNING_MS = 5_000
/** After this it has died: for want of memory, say. */
const LONGEST_ANSWER_MS = 300_000

interface Thread extends Pick<ToWorker, 'state' | 'early'> {
  readonly worker: Worker
  readonly port: MessagePort
}

type Answer = Exclude<FromWorker, { readonly kind: 'news' }>

/** The commands of ESLint and oxlint. */
const IS_COMMAND = /[\\/](eslint|oxlint)(\.[cm]?js)?$/.test(process.argv[1] ?? '')
/** Whether they lint files as they are on disk: with these options the texts are others, or come later. */
export const IS_RUN = IS_COMMAND && !process.argv.some((each) => /^--(fix|stdin|lsp)/.test(each))

let thread: Thread | undefined
/** Where there can be none, this thread judges. */
let isImpossible = false
let here: Indexes | undefined
let news: News[] = []
/** The project of which a thread told everything before it ended. */
let finished: string | undefined
let failure: Error | undefined

/**
 * Where a command of a linter runs, somebody is certain to ask, mostly for the project that it is run in: that is judged
 * while the linter loads its parser and lists its files. An import from elsewhere begins nothing.
 */
export function askEarly(): void {
  if (!isMainThread || !IS_COMMAND) return
  const folder = toKey(process.cwd())
  thread = begin(findRoot(folder) === folder ? folder : undefined)
}

/**
 * Asks the index of a project, and waits: a rule has to say at once what it finds. The index lives in a thread of its
 * own, so that the linter's heap is as small as without it. Undefined when it has ended meanwhile: what it told before
 * is to be looked at first, and it is begun again only for the next question.
 * @throws {InvalidConfig} and whatever else went wrong in the thread, or when it has died
 */
export function askIndex(question: Question): Judged | undefined {
  if (failure) throw failure
  const own = threadFor(question.root)
  if (!own) return (here ??= openIndexes({ byParts: false })).judge(question)
  if (Atomics.compareExchange(own.state, LIFE, IDLE, ASKED) === ENDED) return undefined
  if (finished === question.root) finished = undefined
  const before = Atomics.load(own.state, ANSWERED)
  own.port.postMessage(question)
  Atomics.wait(own.state, ANSWERED, before, LONGEST_ANSWER_MS)
  const answer = receive(own)
  if (!answer) {
    end(own)
    failure = new Error(`The thread of the analysis has not answered within ${LONGEST_ANSWER_MS / 1000} s.`)
    throw failure
  }
  if (answer.kind === 'answer') return answer.judged
  throw answer.isInvalid ? new InvalidConfig((answer.error as Error).message) : answer.error
}

/** What the thread has found since, and nobody has asked for yet. */
export function takeNews(): readonly News[] {
  if (thread) {
    // It tells nothing after it has said that it ends.
    const hasEnded = Atomics.load(thread.state, LIFE) === ENDED
    receive(thread)
    if (hasEnded) {
      finished = thread.early
      thread = undefined
    }
  }
  const taken = news
  if (taken.length > 0) news = []
  return taken
}

/** Whether all was told that is found in a project. */
export function isFinished(root: string): boolean {
  return finished === root
}

/** The answer, if there is one; news before it are kept. */
function receive({ port }: Thread): Answer | undefined {
  for (;;) {
    const received = receiveMessageOnPort(port) as { readonly message: FromWorker } | undefined
    if (!received) return undefined
    const { message } = received
    if (message.kind !== 'news') return message
    news.push(message.news)
  }
}

function threadFor(root: string): Thread | undefined {
  if (isImpossible) return undefined
  // It is busy with a project that nobody asks for.
  if (thread?.early !== undefined && thread.early !== root && Atomics.load(thread.state, FREE) === 0) end(thread)
  thread ??= begin()
  if (thread && Atomics.wait(thread.state, BEGUN, 0, LONGEST_BEGINNING_MS) === 'timed-out') {
    end(thread)
    isImpossible = true
  }
  return thread
}

function begin(early?: string): Thread | undefined {
  const script = new URL(`./index-worker${extname(import.meta.url)}`, import.meta.url)
  // Whoever bundles the plugin leaves it out.
  if (!existsSync(script)) return undefined
  const { port1: port, port2 } = new MessageChannel()
  const state = new Int32Array(new SharedArrayBuffer(STATES * Int32Array.BYTES_PER_ELEMENT))
  const workerData: ToWorker = { port: port2, state, early, isRun: IS_RUN }
  try {
    const worker = new Worker(script, { workerData, transferList: [port2] })
    // The linter ends when it is done.
    worker.unref()
    worker.once('error', (error) => {
      if (Atomics.load(state, BEGUN) === 0) isImpossible = true
      else failure = error instanceof Error ? error : new Error(String(error))
    })
    return { worker, port, state, early }
  } catch {
    // Node's permission model may forbid it (https://nodejs.org/api/permissions.html).
    isImpossible = true
    return undefined
  }
}

function end({ worker }: Thread): void {
  void worker.terminate()
  thread = undefined
}
