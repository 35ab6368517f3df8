const TESTS =
  /(^|\/)(([^/_-]+[-_])*tests([-_][^/]+)?|((integration|unit|functional|acceptance|system|smoke|load|regression)[-_])?test|__tests__|__mocks__|spec|specs|([\w.]+-)*e2e|cypress|mocks?|fixtures?|testing|test-utils?|benchmarks?|bench|([\w.]+-)*(examples?|samples?|demos?)|dev|dev-env|docs?|stories|playground|scripts?|tools|\.github|\.storybook|migrations?|seeds?|seeders?)\//i
const TEST_FILES =
  /[._-](test|tests|spec|e2e-spec|stories|story|bench|mock|fixture|template)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$|(^|\/)(gulpfile|gruntfile|jakefile|karma\.conf|jest\.[\w.-]+|vitest\.[\w.-]+|webpack\.[\w.-]+|rollup\.[\w.-]+|vite\.[\w.-]+|esbuild[\w.-]*|[\w.-]+\.config|\.[\w.-]+rc|seed|seeds|setup-?tests?|tests?-?(setup|utils?|helpers?))\.[cm]?[jt]sx?$/i
const BROWSER_FOLDERS =
  /(^|\/)(public|static|assets|www|frontend|front-end|web-?client|browser|components|hooks\/use)\//

const NOT_WRITTEN_HERE =
  /(^|\/)(vendors?|third[-_]party|bower_components|\.yarn|\.next|\.nuxt)\/|\.min\.[cm]?js$|[.-]bundle\.[cm]?js$/

/** Whether a file is worth reading: the project's own code, and not for a browser by where it stands. */
export function isOwnCode(file: string): boolean {
  return isProduction(file) && !NOT_WRITTEN_HERE.test(file) && !BROWSER_FOLDERS.test(file)
}

/** Whether a file belongs to what runs in production, and not to tests, examples, tools or migrations. */
export function isProduction(file: string): boolean {
  return !TESTS.test(file) && !TEST_FILES.test(file)
}

/** Whether only what runs in a browser imports it. */
export function isBrowserLibrary(specifier: string): boolean {
  return /^(react|react-dom|preact|vue|svelte|solid-js|@angular\/core|jquery|three|d3|react-native)(\/|$)/.test(
    specifier,
  )
}

/** Whether a file is meant for a browser, where no signal comes. */
export function isForBrowser(
  file: string,
  globals: ReadonlySet<string>,
  imports: readonly string[],
  isForServers: (specifier: string) => boolean,
): boolean {
  if (BROWSER_FOLDERS.test(file)) return true
  if (imports.some(isForServers)) return false
  if (imports.some(isBrowserLibrary)) return true
  if (/\.[jt]sx$/.test(file)) return true
  return ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location'].some((name) =>
    globals.has(name),
  )
}
