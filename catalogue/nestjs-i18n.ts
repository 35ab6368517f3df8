// https://nestjs-i18n.com/guides/live-reloading
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('nestjs-i18n', [
  { acquire: 'I18nModule.forRoot()', kind: 'file', owner, when: 'watch' },
  { acquire: 'I18nModule.forRootAsync()', kind: 'file', owner, when: 'watch' },
])
