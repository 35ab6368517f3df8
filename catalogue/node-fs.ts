// https://nodejs.org/api/fs.html
import { define } from './define.ts'

const scoped = { kind: 'file', scope: 'function' } as const
// Its streams and lines close it at their end.
const consumed = ['.createReadStream()', '.createWriteStream()', '.readLines()'] as const
const disposed = { ...scoped, disposes: 'async' } as const
const handle = { ...disposed, release: ['.close()', 'close(it)'], returns: 'FileHandle', consumed } as const
const folder = { ...disposed, release: ['.close()', '.closeSync()'], returns: 'Dir', consumed: 'for(it)' } as const
const removes = ['rm(it)', 'rmSync(it)', 'rmdir(it)', 'rmdirSync(it)', 'remove(it)', 'removeSync(it)'] as const
const temporary = { release: [...removes, 'rimraf#rimraf(it)'], ...scoped } as const
const written = {
  release: ['.end()', '.close()', '.destroy()'],
  settles: { '.end()': 'callback', '.close()': 'callback', '.destroy()': 'sync' },
  returns: 'WriteStream',
  consumed: ['.pipe(it)', 'node:stream#pipeline(it)', 'node:stream/promises#pipeline(it)'],
} as const
const watcher = { release: '.close()', settles: 'sync', returns: 'FSWatcher', unless: 'signal' } as const

export default define(
  ['node:fs', 'node:fs/promises', 'fs-extra', 'graceful-fs'],
  [
    { acquire: 'open()', ...handle },
    { acquire: 'promises.open()', ...handle },
    { acquire: 'openSync()', release: ['closeSync(it)', 'close(it)'], settles: 'sync', ...scoped },
    { acquire: 'createWriteStream()', ...written, ...scoped },
    // It closes itself at its end, and when it fails.
    { acquire: 'createReadStream()', returns: 'ReadStream', ...scoped },
    { acquire: 'opendir()', ...folder },
    { acquire: 'promises.opendir()', ...folder },
    { acquire: 'opendirSync()', ...folder },
    { acquire: 'mkdtemp()', ...temporary },
    { acquire: 'promises.mkdtemp()', ...temporary },
    { acquire: 'mkdtempSync()', ...temporary },
    { acquire: 'watch()', kind: 'file', consumed: ['.unref()', 'for(it)'], ...watcher },
    { acquire: 'watchFile()', kind: 'file', release: 'unwatchFile()', settles: 'sync', consumed: '.unref()' },
  ],
)
