import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// npm run new resource <package> | npm run new rule <name>

const ROOT = join(import.meta.dirname, '..')

interface Copy {
  readonly template: string
  readonly to: string
  /** Text of the template, and what stands there in its place. */
  readonly changes: readonly (readonly [from: string, to: string])[]
}

interface Unit {
  readonly copies: readonly Copy[]
  readonly next: readonly string[]
}

const KINDS: Readonly<Record<string, (name: string) => Unit>> = { resource, rule }

function resource(name: string): Unit {
  const to = `catalogue/${fileNameOf(name)}.ts`
  const changes = [
    ['../../catalogue/define.ts', './define.ts'],
    ['a-package', name],
  ] as const
  return {
    copies: [{ template: 'resource.ts', to, changes }],
    next: [
      `In ${to}: the address of the documentation, and a line for each call that opens something.`,
      'Then `npm run generate`, and `npx vitest run test/catalogue`: each line is tested by the programs derived from it.',
    ],
  }
}

function rule(name: string): Unit {
  const [code, page] = [`eslint-plugin/rules/${name}.ts`, `eslint-plugin/docs/${name}.md`]
  const named = ['require-cleanup', name] as const
  return {
    copies: [
      { template: 'rule.ts', to: code, changes: [['../../eslint-plugin/define-rule.ts', '../define-rule.ts'], named] },
      { template: 'rule.md', to: page, changes: [named] },
    ],
    next: [
      `In analysis: the verdict that finds it, its sentence among the messages, and \`${name}\` among the names of rules.`,
      `In ${page}: why, and examples of both sides; the tests lint them.`,
      'Then `npm run generate`.',
    ],
  }
}

/** `@google-cloud/pubsub` is described in `google-cloud-pubsub.ts`, and `node:fs` in `node-fs.ts`. */
function fileNameOf(name: string): string {
  return name
    .replace(/^@/, '')
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .toLowerCase()
}

const [kind = '', name = ''] = process.argv.slice(2)
const toUnit = KINDS[kind]

if (!toUnit || !/^[@a-z][\w@:./-]*$/.test(name)) {
  console.error(`Got "${[kind, name].join(' ').trim()}"; expected "resource <package>" or "rule <name>".`)
  process.exitCode = 2
} else {
  create(toUnit(name))
}

function create({ copies, next }: Unit): void {
  const taken = copies.filter(({ to }) => existsSync(join(ROOT, to)))
  if (taken.length) {
    console.error(`${taken.map(({ to }) => to).join(' and ')} is there already: nothing was written.`)
    process.exitCode = 1
    return
  }
  for (const { template, to, changes } of copies) {
    const text = readFileSync(join(ROOT, 'scripts/_template', template), 'utf8')
    writeFileSync(
      join(ROOT, to),
      changes.reduce((changed, [from, by]) => changed.replaceAll(from, by), text),
    )
    console.log(`${to} written.`)
  }
  for (const step of next) console.log(step)
}
