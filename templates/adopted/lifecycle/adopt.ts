import './signals.ts'
import { adopt, adoptServer, owned } from './owned.ts'
import { stopping } from './stopping.ts'

export { adopt, adoptServer, stopping }

// Two copies of this module in one process, of two packages perhaps, end it once.
if (!owned.isLed) {
  owned.isLed = true
  for (const each of ['uncaughtException', 'unhandledRejection'] as const) owned.hearUncaught(each)
  stopping.addEventListener('abort', () => void owned.end())
}
