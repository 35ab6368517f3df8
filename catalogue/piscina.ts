// https://github.com/piscinajs/piscina#method-closeoptions
import { define } from './define.ts'

export default define('piscina', [{ acquire: 'new Piscina()', kind: 'process', release: ['.close()', '.destroy()'] }], {
  default: 'Piscina',
})
