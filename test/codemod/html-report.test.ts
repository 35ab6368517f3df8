import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { toHtml } from '../../codemod/reporters/html/to-html.ts'
import { CHROMIUM, launchChromium } from './chromium.ts'
import { HASTY, HOSTILE, SOUND, told } from './told.ts'

const CONTRAST = readFileSync(join(import.meta.dirname, 'fixtures/contrast.js'), 'utf8')
/** Words of the axis that stand on each other. */
const COLLISIONS = `[...document.querySelectorAll('.axis')].flatMap((axis) => {
  const words = [...axis.querySelectorAll('text')].filter((word) => word.checkVisibility())
  const boxes = words.map((word) => word.getBoundingClientRect())
  return words.filter((_, at) => at > 0 && boxes[at].left < boxes[at - 1].right).map((word) => word.textContent)
})`
const PAGES = { hasty: HASTY, sound: SOUND, hostile: HOSTILE }
type Name = keyof typeof PAGES
const NAMES: readonly Name[] = ['hasty', 'sound', 'hostile']

const folder = mkdtempSync(join(tmpdir(), 'graceful-report-'))
for (const [name, files] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), toHtml(told(files)))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const browserName = CHROMIUM === undefined ? 'Chromium, which is not installed here' : 'Chromium'
const WIDTHS = [1280, 400]
const SCHEMES = ['light', 'dark'] as const
const LOOKS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })))

describe.skipIf(CHROMIUM === undefined)(`the page in ${browserName}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  /** Opens a page; what it says on the console and asks of the network besides itself is an error in the end. */
  async function open(name: Name, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const url = pathToFileURL(join(folder, `${name}.html`)).href
    const wrong: string[] = []
    page.on('console', (message) => wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== url && request.url() !== 'data:,') wrong.push(request.url())
    })
    await page.goto(url)
    onTestFinished(async () => {
      await context.close()
      expect(wrong).toEqual([])
    })
    return page
  }

  test.each(NAMES)('the page of the %s service fits, and its text stands out, in every look', async (name) => {
    const page = await open(name)
    for (const { width, scheme } of LOOKS) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme })
      const look = `${name} at ${width} px, ${scheme}`
      expect(await page.evaluate('document.documentElement.scrollWidth'), look).toBe(width)
      expect(await page.evaluate(CONTRAST), look).toEqual([])
      expect(await page.evaluate(COLLISIONS), look).toEqual([])
    }
  })

  test('dark is what the reader prefers, until the button is pressed', async () => {
    const page = await open('sound', { colorScheme: 'dark' })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const dark = await ground()
    await page.getByRole('button', { name: 'Use light colours' }).press('Enter')
    const light = await ground()
    expect([isBright(dark), isBright(light)]).toEqual([false, true])
    await page.getByRole('button', { name: 'Use dark colours' }).press('Space')
    expect(await ground()).toBe(dark)
  })

  test('says at the top what is left open', async () => {
    const page = await open('hasty')
    await page.getByText('3 of 3 resources not released when the process is told to stop.').waitFor()
    const tiles = await page.locator('.tile').allInnerTexts()
    expect(tiles.map((each) => each.replaceAll(/\s+/g, ' '))).toEqual([
      'Services 1 and no other program',
      'Resources held 3 until the process is told to stop',
      'Released 0 on SIGTERM and on SIGINT',
      'Not released 3 on one signal, or on both',
      expect.stringMatching(/^Findings \d+ \d+ certain, \d+ likely$/),
      'Files read 3 1 could not be read',
    ])
    await page.getByRole('heading', { name: 'Not read' }).waitFor()
    await page.getByText('src/broken.js:').waitFor()
  })

  test('says of a sound service that all is well, and draws its order', async () => {
    const page = await open('sound')
    await page.getByText('All is well: 3 resources released, on SIGTERM and on SIGINT.').waitFor()
    const fates = await page.locator('.lanes .state').allInnerTexts()
    expect(fates).toEqual(['✓ Released in step 2 of 2', '✓ Released in step 2 of 2', '✓ Released in step 1 of 2'])
    await page.getByText('Nothing was found.').waitFor()
  })

  test('every link leads somewhere on the page', async () => {
    for (const name of NAMES) {
      const page = await open(name)
      const hrefs = '[...document.links].map((each) => each.getAttribute("href"))'
      const lost = `${hrefs}.filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))`
      expect(await page.evaluate(lost)).toEqual([])
      expect(await page.locator('a').count()).toBeGreaterThan(3)
    }
  })

  test('a resource in the picture leads to its finding, and a step of that to its code', async () => {
    const page = await open('hasty')
    await page.getByRole('button', { name: 'Close all' }).click()
    await page.getByRole('link', { name: 'createClient() finding' }).first().click()
    const finding = page.locator('details.finding', { hasText: 'createClient() stays open on SIGTERM' })
    await finding.locator('ol.chain').waitFor()
    expect(await finding.getAttribute('open')).toBe('')
    await finding.getByRole('link', { name: /It is acquired here/ }).click()
    const step = page.locator(':target')
    expect(await step.innerText()).toBe('1')
    expect(await page.evaluate('document.activeElement === document.querySelector(":target")')).toBe(true)
    const line = page.locator('.line', { has: step })
    expect(await line.locator('mark').innerText()).toBe('createClient()')
    expect(await line.locator('.number').innerText()).toBe('3')
  })

  test('is used with the keyboard alone: skip, open, close, follow', async () => {
    const page = await open('hasty')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the findings' })
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('findings')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open all')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const isOpen = (): Promise<boolean> => page.evaluate('document.activeElement.closest("details").open')
    expect(await isOpen()).toBe(true)
    await page.keyboard.press('Space')
    expect(await isOpen()).toBe(false)
    await page.keyboard.press('Enter')
    expect(await isOpen()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.className')).toBe('step')
  })

  test('the focus is not taken back from a reader who moves on before the page has followed the link', async () => {
    const page = await open('hasty')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.evaluate('dispatchEvent(new HashChangeEvent("hashchange"))')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open all')
  })

  test('shows where the focus is, on all that can be reached', async () => {
    const page = await open('hasty')
    const count = await page.locator('a, button, summary, pre').count()
    const bare: string[] = []
    for (let index = 0; index < count; index++) {
      await page.keyboard.press('Tab')
      const outline: string = await page.evaluate('getComputedStyle(document.activeElement).outline')
      if (!outline.includes('solid 3px'))
        bare.push(await page.evaluate('document.activeElement.outerHTML.slice(0, 80)'))
    }
    expect(bare).toEqual([])
  })

  test('is named and ordered for those who do not see it', async () => {
    const page = await open('hasty')
    const levels: number[] = await page.evaluate(
      '[...document.querySelectorAll("h1, h2, h3, h4")].map((each) => Number(each.tagName[1]))',
    )
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
    await page.getByRole('main').waitFor()
    await page.getByRole('figure', { name: 'On SIGTERM' }).getByRole('listitem').first().waitFor()
    const nameless = await page.evaluate(
      '[...document.querySelectorAll("a, button, summary")].filter((each) => each.textContent.trim() === "").length',
    )
    expect(nameless).toBe(0)
  })

  test('does without its script: what is closed opens by itself, and links lead on', async () => {
    const page = await open('hasty', { javaScriptEnabled: false })
    const finding = page.locator('details.finding').first()
    await finding.locator('summary').click()
    expect(await finding.getAttribute('open')).toBeNull()
    await page.getByRole('link', { name: 'createClient() finding' }).first().click()
    await page.locator('details.finding[open] ol.chain').first().waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
  })

  test('opens all of it for paper, and closes that again', async () => {
    const page = await open('hasty')
    await page.getByRole('button', { name: 'Close all' }).click()
    const closed = (): Promise<number> => page.locator('details:not([open])').count()
    const before = await closed()
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await closed()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect((await page.pdf()).length).toBeGreaterThan(1000)
    await page.evaluate('dispatchEvent(new Event("afterprint"))')
    expect(await closed()).toBe(before)
  })

  test('runs nothing that a stranger’s names and code say, and shows them as they are', async () => {
    const page = await open('hostile')
    expect(await page.title()).toBe('repo: what becomes of it on SIGTERM')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    const code = await page.locator('pre').allInnerTexts()
    expect(code.join('\n')).toContain('// </script><script>document.title = "taken"</script> \u{FFFD} <!--')
    expect(await page.locator('h3 code').first().innerText()).toContain(`<img src=x onerror=alert(1)>"'&\u{FFFD}.js`)
  })
})

test('the page allows nothing but its own style and script', () => {
  const page = toHtml(told(HOSTILE))
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  expect(policy.replaceAll(/sha256-[\w+/]+=*/g, 'HASH').replaceAll('&#39;', "'")).toBe(
    "default-src 'none'; style-src 'HASH'; script-src 'HASH'; img-src data:; base-uri 'none'; form-action 'none'",
  )
  expect(page.match(/\u202E/g)).toBeNull()
  expect(page.match(/<\/script>/g)).toHaveLength(1)
})

test('the page is the same for the same files', () => {
  expect(toHtml(told(HASTY))).toBe(toHtml(told(HASTY)))
})

function isBright(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
  return red + green + blue > 384
}
