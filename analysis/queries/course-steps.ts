import type { Step } from '../facts/facts.ts'
import { visitCall } from './course-calls.ts'
import type { Frame, Track } from './course.ts'

/** Whether what follows is run: after the end of the function it is not, after that of the process nothing is. */
export type Ending = 'on' | 'left' | 'exited'

export function walkFunction(track: Track, fn: number, frame: Frame): Ending {
  const { code } = track.inquiry.world
  const key = `${fn} ${frame.isGuarded} ${frame.task.isBounded}`
  if (track.walked.has(key) || !track.program.files.has(code.fileOfFunction(fn).file)) return 'on'
  track.walked.add(key)
  track.functions.add(fn)
  return walkSteps(track, code.functionAt(fn).steps, fn, frame)
}

function walkSteps(track: Track, steps: readonly Step[], fn: number, frame: Frame): Ending {
  for (const step of steps) {
    const ending = one(track, step, fn, frame)
    if (ending !== 'on') return ending
  }
  return 'on'
}

function one(track: Track, step: Step, fn: number, frame: Frame): Ending {
  const file = track.inquiry.world.code.fileOfFunction(fn)
  switch (step.kind) {
    case 'call':
      return visitCall(track, file.call + step.call, frame)
    case 'await':
      if (!step.isLoad) frame.task.isSync = false
      return 'on'
    case 'if': {
      const isAsking = track.isGuard(file, step.test)
      const branch = isAsking ? { ...frame, isGuarded: true } : frame
      const ends = [walkSteps(track, step.then, fn, branch), walkSteps(track, step.else, fn, branch)]
      if (!ends.includes('on')) return ends.includes('left') ? 'left' : 'exited'
      if (isAsking && ends.some((each) => each !== 'on')) frame.isGuarded = true
      return 'on'
    }
    case 'loop':
      walkSteps(track, step.body, fn, frame)
      return 'on'
    case 'switch':
      for (const each of step.cases) walkSteps(track, each, fn, frame)
      return 'on'
    case 'try': {
      const body = walkSteps(track, step.body, fn, frame)
      const caught = step.catch ? walkSteps(track, step.catch, fn, frame) : body
      const last = step.finally ? walkSteps(track, step.finally, fn, frame) : 'on'
      return last === 'on' && caught !== 'on' ? body : last
    }
    case 'return':
    case 'throw':
      return 'left'
    default:
      return 'on'
  }
}
