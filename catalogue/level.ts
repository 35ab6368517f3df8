// https://github.com/Level/abstract-level#dbclose
import { define } from './define.ts'

export default define(
  ['level', 'classic-level'],
  [
    { acquire: 'new Level()', kind: 'client', release: '.close()' },
    { acquire: 'new ClassicLevel()', kind: 'client', release: '.close()' },
    { acquire: 'level()', kind: 'client', release: '.close()', returns: 'Level' },
  ],
  { default: 'level' },
)
