import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { callYo, create, emptyFolder, filesOf, type Run } from './scaffolding.ts'

interface BadInput {
  readonly args: readonly string[]
  /** All of what is said, or the part that matters. */
  readonly says: string | RegExp
  /** The generator that is called in this process, and the sub-folder it is called in. Else the bin is, in its own. */
  readonly yo?: 'app' | 'resource' | 'deploy'
  readonly in?: string
  readonly env?: NodeJS.ProcessEnv
}

const README = { 'orders/README.md': '# Orders\n' }
const SAVED = {
  name: 'payments',
  framework: 'http',
  resources: ['sqlite'],
  deploy: ['docker'],
  packageManager: 'npm',
  shutdownTimeoutMs: 30_000,
}
const existing: Record<string, string> = {
  ...README,
  'notes.txt': 'a file',
  'payments/.yo-rc.json': rc(SAVED),
  'payments/src/main.ts': 'startEverything()\n',
  'payments/src/config.ts': 'export const config = {}\n',
  'payments/package.json': '{}\n',
  'payments/cron.txt': '',
  'own/.yo-rc.json': rc(SAVED),
  'own/compose.yaml': 'services: {}\n',
  'corrupt/.yo-rc.json': '{ "generator-graceful-service": ',
  'koa/.yo-rc.json': rc({ ...SAVED, framework: 'koa' }),
  'half/.yo-rc.json': rc({ name: 'half' }),
}

const inputs: readonly BadInput[] = [
  { args: ['x', '--frameowrk=http'], says: 'There is no flag --frameowrk: did you mean --framework?' },
  { args: ['x', '--typescript'], says: 'There is no flag --typescript: --help lists all of them' },
  { args: ['x', '-f'], says: 'There is no flag -f: --help lists all of them' },
  { args: ['x', '--framework=koa'], says: '--framework: there is no "koa". Choose from express, fastify, http.' },
  { args: ['x', '--framework=fastfy'], says: /there is no "fastfy". Did you mean fastify\?/ },
  { args: ['x', '--framework'], says: /^--framework needs a value, as in --framework=\w+\.$/ },
  {
    args: ['x', '--framework=http', '--framework=express'],
    says: '--framework is given more than once. It takes one value.',
  },
  { args: ['x', '--resources=postgress'], says: /there is no "postgress". Did you mean postgres\?/ },
  { args: ['x', '--resources=redis,redis'], says: '--resources: redis is given twice. Once is enough.' },
  { args: ['x', '--resources=redis', '--resources=redis'], says: '--resources: redis is given twice. Once is enough.' },
  { args: ['x', '--resources=redis,none'], says: '--resources: none stands alone.' },
  { args: ['x', '--deploy='], says: /^--deploy needs a value, as in --deploy=\w+, or --deploy=none\.$/ },
  { args: ['x', '--deploy=heroku'], says: /^--deploy: there is no "heroku"\./ },
  { args: ['x', '--defaults', '--deploy=compose'], says: 'compose needs docker: --deploy=docker,compose.' },
  {
    yo: 'app',
    args: ['x', '--defaults', '--deploy=kubernetes,systemd'],
    says: 'kubernetes needs docker: --deploy=docker,kubernetes,systemd.',
  },
  { args: ['x', '--package-manager=bun'], says: /^--package-manager: there is no "bun"\./ },
  { args: ['x', '--name=Payment Service'], says: /^--name: "Payment Service" is no name for a package:/ },
  { args: ['x', '--name=2pay'], says: /^--name: "2pay" is no name for a package:/ },
  { args: ['x', `--name=${'p'.repeat(64)}`], says: /has more than 63 characters\.$/ },
  {
    yo: 'app',
    args: ['x', '--defaults', '--name=pino'],
    says: '--name: "pino" is a package that the service depends on. Choose another name.',
  },
  {
    args: ['x', '--shutdown-timeout-ms=5s'],
    says: '--shutdown-timeout-ms: "5s" is no whole number of milliseconds from 1000 to 3600000.',
  },
  { args: ['x', '--shutdown-timeout-ms=999'], says: /"999" is no whole number/ },
  { args: ['x', '--shutdown-timeout-ms=3600001'], says: /"3600001" is no whole number/ },
  { args: ['x', '--shutdown-timeout-ms=-1'], says: /"-1" is no whole number/ },
  { args: ['x', '--defaults=yes'], says: '--defaults takes no value.' },
  { args: ['x', 'y', '--defaults'], says: /^Too many arguments: x y\. One DIR is taken/ },
  {
    args: ['x', '--framework=fastify'],
    says: 'No terminal to ask on, and no --resources, --deploy, --package-manager: run npx create-graceful-service x --framework=fastify --resources=sqlite --deploy=docker --package-manager=npm --name=x, or add --defaults',
  },
  { args: ['orders', '--defaults'], says: /orders is not empty \(README\.md\): give the name of a new folder/ },
  {
    yo: 'app',
    args: ['payments', '--defaults'],
    says: /payments is a service already: add to it with yo graceful-service:resource/,
  },
  {
    yo: 'app',
    args: ['notes.txt', '--defaults'],
    says: /notes\.txt is a file, not a folder: give the name of a new folder/,
  },
  { yo: 'app', args: ['notes.txt/x', '--defaults'], says: /notes\.txt is a file, not a folder/ },
  {
    yo: 'app',
    args: ['corrupt', '--defaults'],
    says: /corrupt\/\.yo-rc\.json is not JSON \(.+\)\. Correct it, or delete it\.$/,
  },
  { yo: 'app', args: ['koa'], says: /^framework in .+\.yo-rc\.json: there is no "koa"\./ },
  {
    yo: 'app',
    args: ['half'],
    says: /^No terminal to ask on, and no --framework, --resources, --deploy, --package-manager:/,
  },
  {
    args: ['x', '--defaults', '--package-manager=yarn'],
    env: { PATH: '' },
    says: /^yarn can't be started: install it, choose another/,
  },
  { yo: 'resource', args: ['kafka'], in: 'payments', says: /^resource: there is no "kafka"\. Choose from / },
  {
    yo: 'resource',
    args: ['redis', 'redis'],
    in: 'payments',
    says: 'resource: redis is given twice. Once is enough.',
  },
  { yo: 'resource', args: ['redis', '--dry'], in: 'payments', says: /^There is no flag --dry/ },
  {
    yo: 'resource',
    args: [],
    in: 'payments',
    says: /^No terminal to ask on, and no ID: run yo graceful-service:resource ID, one of /,
  },
  {
    yo: 'resource',
    args: ['redis'],
    in: 'orders',
    says: /^No service here: no folder from .+ upward has a \.yo-rc\.json of ours\./,
  },
  { yo: 'resource', args: ['redis'], in: 'corrupt', says: /is not JSON/ },
  { yo: 'resource', args: ['redis'], in: 'half', says: /half\/\.yo-rc\.json doesn't say "framework"\. Add it: / },
  {
    yo: 'resource',
    args: ['redis'],
    in: 'payments/src',
    says: /^Nothing was written: .+ Add by hand, then run this again:\n/,
  },
  { yo: 'deploy', args: ['nomad'], in: 'payments', says: /^deploy: there is no "nomad"\./ },
  {
    yo: 'deploy',
    args: ['compose'],
    in: 'own',
    says: /^compose\.yaml: a file of your own\. Rename yours, or let --force replace it\.$/,
  },
]

it(`says in one line what to do about ${inputs.length} bad inputs, ends with code 2 and writes nothing`, async () => {
  const cwd = emptyFolder()
  for (const [path, text] of Object.entries(existing)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  const before = filesOf(cwd)
  // Three at a time: most of a run is Node's own start.
  for (let index = 0; index < inputs.length; index += 3) {
    const batch = inputs.slice(index, index + 3)
    const runs = await Promise.all(batch.map((input) => runOf(input, cwd)))
    for (const [position, input] of batch.entries()) expectMessage(input, runs[position])
    expect(filesOf(cwd)).toEqual(before)
  }
}, 120_000)

function runOf({ args, yo, in: folder = '.', env }: BadInput, cwd: string): Promise<Run> {
  return yo ? callYo(yo, [...args], join(cwd, folder)) : create(args, cwd, env)
}

function expectMessage({ args, yo, says }: BadInput, run: Run | undefined): void {
  const line = run?.stderr.trimEnd() ?? ''
  const label = [yo ?? 'create', ...args].join(' ')
  if (typeof says === 'string') expect(line, label).toBe(says)
  else expect(line, label).toMatch(says)
  if (!line.startsWith('Nothing was written')) expect(line.split('\n'), label).toHaveLength(1)
  expect(run, label).toMatchObject({ code: 2, stdout: '' })
}

function rc(answers: object): string {
  return JSON.stringify({ 'generator-graceful-service': answers })
}
