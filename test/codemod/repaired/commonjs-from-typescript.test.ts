import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { fix } from '../../../codemod/index.ts'
import { writeTree } from '../../project/written-tree.ts'
import { heard } from './heard.ts'

/** As Nest 7 was started: TypeScript 3, no `esModuleInterop`, and so no default import of what Node itself exports. */
const SERVICE = {
  'package.json': {
    name: 'articles',
    scripts: { start: 'node src/main.js' },
    devDependencies: { typescript: '^3.8.3', '@types/node': '^13.13.4' },
  },
  'tsconfig.json': { compilerOptions: { module: 'commonjs', target: 'es6' } },
  'src/main.ts': [
    "import { createServer } from 'http';",
    '',
    'const server = createServer((request, response) => {',
    '  response.end(request.url);',
    '});',
    '',
    'server.listen(0, () => {',
    "  console.log('listening');",
    '});',
    '',
  ].join('\n'),
}

test(
  'what comes along runs where TypeScript is old, and compiled without esModuleInterop',
  { timeout: 120_000 },
  async () => {
    const root = writeTree(SERVICE)
    const { outcomes } = await fix({ cwd: root, write: true })
    expect(outcomes.map(({ is }) => is)).toEqual(['fixed'])
    const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => join(root, file))
    for (const file of sources) {
      const text = readFileSync(file, 'utf8')
      // TypeScript 4.0 was the first to read it.
      expect(text).not.toContain('??=')
      writeFileSync(file.replace(/\.ts$/, '.js'), compiled(text))
    }

    const child = spawn(process.execPath, ['src/main.js'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    const closed = once(child, 'close')
    const output = heard(child.stdout)
    await output.said(/listening/)
    child.kill()
    expect(await closed).toEqual([0, null])
    expect(output.text()).toContain('"failures":[]')
  },
)

function compiled(text: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2020,
    esModuleInterop: false,
    ignoreDeprecations: '6.0',
  }
  return ts.transpileModule(text, { compilerOptions }).outputText
}
