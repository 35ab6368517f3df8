// https://serialport.io/docs/api-stream#serialportclose
import { define } from './define.ts'

const settles = { '.close()': 'callback', '.destroy()': 'sync' } as const

export default define(
  'serialport',
  [{ acquire: 'new SerialPort()', kind: 'client', release: ['.close()', '.destroy()'], settles }],
  { default: 'SerialPort' },
)
