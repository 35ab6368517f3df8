// https://github.com/iccicci/rotating-file-stream#class-rotatingfilestream
import { define } from './define.ts'

const release = ['.end()', '.destroy()'] as const

export default define(
  'rotating-file-stream',
  [{ acquire: 'createStream()', kind: 'file', release, settles: { '.end()': 'callback', '.destroy()': 'sync' } }],
  { default: 'createStream' },
)
