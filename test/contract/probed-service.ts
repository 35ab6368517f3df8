import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addImport, insertIntoRun } from '../../codemod/edits/index.ts'
import { scaffold } from '../scaffold.ts'

const PROBES = join(import.meta.dirname, 'probes')

/** Where a framework's code takes a route more: after which text, and what stands there then. */
const ROUTES: Readonly<Record<string, { file: string; name: string; after: string; call: string }>> = {
  http: {
    file: 'src/server.ts',
    name: 'answerProbe',
    after: 'return createHttpServer((request, response) => {\n',
    call: '    if (answerProbe(request, response)) return\n',
  },
  express: {
    file: 'src/app.ts',
    name: 'addProbes',
    after: "app.disable('x-powered-by')\n",
    call: '  addProbes(app)\n',
  },
  fastify: {
    file: 'src/app.ts',
    name: 'addProbes',
    after:
      'const app = fastify({ loggerInstance: log, logController: new LogController({ disableRequestLogging: true }) })\n',
    call: '  addProbes(app)\n',
  },
}

/**
 * The service as it is scaffolded, with two resources that misbehave as the environment says, and with routes that are
 * slow, stream, hang or crash.
 */
export function scaffoldProbed(framework: string): string {
  const folder = scaffold({ framework, resources: ['sqlite', 'websocket'] })
  const route = ROUTES[framework]
  if (!route) throw new Error(`There are no probes for ${framework}`)
  copyFileSync(join(PROBES, 'probes.ts'), join(folder, 'src/probes.ts'))
  copyFileSync(join(PROBES, `${framework}.ts`), join(folder, 'src/probe-routes.ts'))

  edit(join(folder, 'src/main.ts'), (text) =>
    insertIntoRun(addImport(text, { from: './probes.ts', names: ['acquireProbe', 'releaseProbe'] }), {
      statements: ['first', 'second'].map(
        (name) => `await own('${name}', () => acquireProbe('${name}'), { release: () => releaseProbe('${name}') })`,
      ),
      before: 'listen',
    }),
  )
  edit(join(folder, route.file), (text) => {
    if (!text.includes(route.after)) throw new Error(`${route.file} of ${framework} has no "${route.after}"`)
    const edited = text.replace(route.after, route.after + route.call)
    return addImport(edited, { from: './probe-routes.ts', names: [route.name] })
  })
  return folder
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
