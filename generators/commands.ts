import type { Option, Options } from './options.ts'
import { switches, type Switch } from './switches.ts'

/** What a person calls: what it takes, and how it is called. */
export interface Command {
  readonly id: 'app' | 'resource' | 'deploy'
  readonly description: string
  /** The ways to call it, the first being the one that errors name. */
  readonly calls: readonly string[]
  readonly argument: { readonly name: string; readonly description: string; readonly several: boolean }
  readonly options: readonly Option[]
  readonly switches: readonly Switch[]
  /** The choices of the argument, and how the text that lists them calls them. */
  readonly list: Pick<Option, 'choices' | 'flag'> | undefined
  readonly examples: readonly string[]
}

export type Commands = Readonly<Record<Command['id'], Command>>

/** The three commands, made from the options: flags, help, description and errors read nothing else. */
export function defineCommands(options: Options): Commands {
  const toService = switches.filter(({ id }) => id !== 'defaults')
  return {
    app: {
      id: 'app',
      description: 'Scaffolds a Node.js service that stops right: signals, draining and ordered cleanup wired in.',
      calls: ['create-graceful-service', 'yo graceful-service'],
      argument: { name: 'DIR', description: 'the folder of the service (default: the current one)', several: false },
      options: Object.values(options),
      switches,
      list: undefined,
      examples: [
        'create-graceful-service payments --defaults',
        'create-graceful-service payments --framework=fastify --resources=postgres,redis --deploy=docker --package-manager=npm',
        'create-graceful-service payments --defaults --deploy=none --dry-run',
      ],
    },
    resource: {
      id: 'resource',
      description: 'Adds resources to a service: opened in src/main.ts, released on a stop.',
      calls: ['yo graceful-service:resource'],
      argument: { name: 'ID', description: 'what the service holds open from now on', several: true },
      options: [],
      switches: toService,
      list: { flag: 'resources', choices: options.resources.choices },
      examples: ['yo graceful-service:resource redis cron'],
    },
    deploy: {
      id: 'deploy',
      description: 'Adds deploy files to a service, with grace periods that fit its shutdown timeout.',
      calls: ['yo graceful-service:deploy'],
      argument: { name: 'ID', description: 'where the service runs from now on', several: true },
      options: [],
      switches: toService,
      list: { flag: 'deploy', choices: options.deploy.choices },
      examples: ['yo graceful-service:deploy docker kubernetes'],
    },
  }
}
