// https://playwright.dev/docs/api/class-browsertype#browser-type-launch
import { define } from './define.ts'

// Its `handleSIGTERM` and the like, true by default, close what it has launched.
const browser = { kind: 'process', release: '.close()', scope: 'function', owner: 'itself' } as const
const context = { kind: 'lease', release: '.close()', scope: 'function', owner: 'Browser' } as const
const [returns, persistent] = ['Browser', 'BrowserContext'] as const

export default define(
  ['playwright', 'playwright-core', '@playwright/test'],
  [
    { acquire: 'chromium.launch()', ...browser, returns },
    { acquire: 'firefox.launch()', ...browser, returns },
    { acquire: 'webkit.launch()', ...browser, returns },
    { acquire: 'chromium.launchPersistentContext()', ...browser, returns: persistent },
    { acquire: 'firefox.launchPersistentContext()', ...browser, returns: persistent },
    { acquire: 'webkit.launchPersistentContext()', ...browser, returns: persistent },
    { acquire: 'chromium.connect()', kind: 'client', release: '.close()', scope: 'function', returns },
    { acquire: 'chromium.connectOverCDP()', kind: 'client', release: '.close()', scope: 'function', returns },
    { acquire: 'Browser#newContext()', ...context, returns: persistent },
    { acquire: 'Browser#newPage()', ...context },
    // The pages of a context end with it.
  ],
)
