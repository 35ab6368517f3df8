import { packageAt, type Package } from '../repository.ts'
import { followCommand, followText, type Circumstance, type Followed, type Hider } from './follow-command.ts'

const OF_A_SERVICE = /start|serve|prod|worker|daemon|listen|^(run|web|api)$/
const OF_SOMETHING_ELSE = /dev|watch|debug|test|build|lint|migrat|seed|generate|setup|install|deploy|clean/

/** What a package manager or a restarter is told to run, and whether it lets the signal through. */
export function followRunner(name: string, args: readonly string[], where: Circumstance): Followed | undefined {
  const own = packageAt(where.host, where.folder)
  const folder = own?.folder ?? where.folder
  const command = [name, ...args].join(' ')
  if (name === 'nodemon' && !args.includes('--version')) {
    // nodemon 3.1 ends, and with it PID 1, 300 ms after a SIGTERM.
    const argv = args.some((each) => each.startsWith('-')) ? [] : ['node', ...args]
    return { ends: 'node', argv, folder, hiders: [{ by: 'runner', confidence: 'certain', command }] }
  }
  if (name === 'npx') return followNpx(args, command, where)
  const script = scriptNamed(name, args)
  if (script === undefined) return undefined
  if (OF_SOMETHING_ELSE.test(script) || !OF_A_SERVICE.test(script))
    return { ends: 'other', argv: [], folder, hiders: [] }
  const text = own?.scripts.get(script)
  const inner = text === undefined ? undefined : followText(text, 'bash', { ...where, folder, rest: [] })
  if (inner && (isForDevelopers(inner) || isDetached(inner))) return { ...inner, ends: 'other' }
  const confidence = hides(name, own, text, where)
  const hiders: Hider[] =
    confidence === undefined ? (inner?.hiders.slice() ?? []) : [{ by: 'runner', confidence, command }]
  const ends = inner?.ends === 'pm2' ? 'pm2' : 'node'
  return { ends, argv: inner && inner.ends !== 'other' ? inner.argv : [], folder: inner?.folder ?? folder, hiders }
}

/** `npx tsx src/main.ts`: npm runs that as it would run a script. */
function followNpx(args: readonly string[], command: string, where: Circumstance): Followed | undefined {
  const at = args.findIndex((each) => !each.startsWith('-'))
  const found = at === -1 ? undefined : followCommand(args.slice(at), where)
  if (found?.ends !== 'node') return undefined
  const confidence = where.shell === 'dash' ? 'certain' : 'likely'
  return { ...found, hiders: [{ by: 'runner', confidence, command }, ...found.hiders] }
}

/** The script of package.json that a package manager is asked for: `npm run start`, `yarn start`, `pnpm --silent start`. */
function scriptNamed(name: string, args: readonly string[]): string | undefined {
  if (name !== 'npm' && name !== 'yarn' && name !== 'pnpm') return undefined
  const [first, second] = args.filter((each) => !each.startsWith('-'))
  if (first === 'run' || first === 'run-script') return second
  if (args.some((each) => /^(--filter|-F|-C|--prefix|--dir|--cwd|-w|--workspace)(=|$)/.test(each))) return undefined
  return name === 'npm' && first !== 'start' ? undefined : first
}

/**
 * Whether it ends before what it runs, or gives the signal to a shell that keeps it. Measured as PID 1, with a process
 * that drains for 700 ms: npm 6, 8, 10 and 11 give it to the shell of the script and end, npm 9 ignores it, Yarn 1.22
 * ends at once, pnpm 8 to 10 do before the process has drained; pnpm 11 and Yarn 4 wait for it. An init before them
 * (tini, dumb-init) changes nothing. Where the shell becomes the process (BusyBox, bash), all but Yarn 1 and npm 9 wait.
 */
function hides(
  name: string,
  own: Package | undefined,
  script: string | undefined,
  { shell }: Circumstance,
): Hider['confidence'] | undefined {
  const [manager = '', version = ''] = (own?.manager ?? '').split('@')
  const major = manager === name ? Number.parseInt(version, 10) : Number.NaN
  if (name === 'yarn') return major >= 2 ? undefined : script === undefined ? 'likely' : 'certain'
  if (name === 'pnpm' && major >= 11) return undefined
  const isSure = shell === 'dash' && script !== undefined && (name === 'npm' || major <= 10)
  return isSure ? 'certain' : 'likely'
}

/** `nodemon`, `ts-node-dev` and `--watch` serve a developer, who stops them with Ctrl-C. */
function isForDevelopers({ argv, hiders }: Followed): boolean {
  return (
    ['ts-node-dev', 'node-dev'].includes(argv[0] ?? '') ||
    argv.some((each) => each.startsWith('--watch')) ||
    hiders.some(({ command }) => command.startsWith('nodemon'))
  )
}

/** `pm2 start` leaves a daemon behind, and ends. */
function isDetached({ ends, argv }: Followed): boolean {
  return ends === 'other' && argv[0] === 'pm2' && !argv.includes('--no-daemon')
}
