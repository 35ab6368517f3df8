// https://github.com/agenda/agenda#stop
import { define } from './define.ts'

export default define(
  ['agenda', '@hokify/agenda'],
  [{ acquire: 'new Agenda()', kind: 'consumer', release: ['.stop()', '.drain()', '.close()'] }],
  { default: 'Agenda' },
)
