// https://pptr.dev/api/puppeteer.launchoptions
import { define } from './define.ts'

// Its `handleSIGTERM` and the like, true by default, close what it has launched.
const browser = { release: '.close()', scope: 'function', returns: 'Browser' } as const

export default define(
  ['puppeteer', 'puppeteer-core', 'puppeteer-extra'],
  [
    { acquire: 'launch()', kind: 'process', owner: 'itself', ...browser },
    {
      acquire: 'connect()',
      kind: 'client',
      scope: 'function',
      release: ['.disconnect()', '.close()'],
      returns: 'Browser',
    },
    {
      acquire: 'Browser#createBrowserContext()',
      kind: 'lease',
      release: '.close()',
      scope: 'function',
      owner: 'Browser',
      returns: 'BrowserContext',
    },
    { acquire: 'Browser#newPage()', kind: 'lease', release: '.close()', scope: 'function', owner: 'Browser' },
    // The pages of a context end with it.
  ],
)
