import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import ts from 'typescript'
import { lifecycleFor, type LifecycleVariant } from '../../../codemod/lifecycle/index.ts'
import { temporaryFolder } from '../../scaffold.ts'
import { launch } from '../../service-process.ts'
import { DIALECTS, LANGUAGE_NAMES, variant, type LanguageName } from './variants.ts'

const TYPES = join(import.meta.dirname, '../../../node_modules/@types')
const LIBRARY = ['owned', 'drainable', 'json-lines', 'read-milliseconds', 'stop-sequence', 'owner', 'stopping']

const STRICTEST: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
  typeRoots: [TYPES],
  skipLibCheck: true,
}

const COMPILERS: Partial<Record<LanguageName, ts.CompilerOptions>> = {
  'TypeScript in ES modules': {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
  },
  'TypeScript in ES modules, compiled': {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  },
  'TypeScript compiled to CommonJS': {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
  },
}

const OLD: ts.CompilerOptions = { esModuleInterop: false, ignoreDeprecations: '6.0' }

describe.each(LANGUAGE_NAMES)('the lifecycle as %s', (language) => {
  test.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])('is written in the %s dialect', (name) => {
    const dialect = DIALECTS[name]
    for (const [file, text] of lifecycleFor(variant(language, name))) {
      expect(syntaxErrors(file, text), file).toEqual([])
      expect(text.includes('\r\n'), file).toBe(dialect.eol === '\r\n')
      expect(text.replaceAll('\r\n', '').includes('\r'), file).toBe(false)
      const code = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$|`[^`]*`/gm, '')
      expect(code, file).not.toContain(dialect.quote === '"' ? "'" : '"')
      expect(/;\r?$/m.test(code), file).toBe(dialect.semicolons)
      expect(/,\r?\n\s*[}\])]/.test(code) && !dialect.trailingCommas, file).toBe(false)
      const indented = [...text.matchAll(/^[ \t]+(?!\*)\S/gm)].map(([white]) => white.slice(0, -1).replace(/ $/, ''))
      for (const white of indented) expect(white.replaceAll(dialect.indent, '').trim(), file).toBe('')
    }
  })

  test('holds the door first, and what it needs', () => {
    const extension = variant(language).language
    const adopt = [...lifecycleFor(variant(language)).keys()]
    const owned = [...lifecycleFor({ ...variant(language), door: 'owned' }).keys()]
    expect(adopt[0]).toBe(`adopt.${extension}`)
    expect(new Set(adopt)).toEqual(new Set(['adopt', 'signals', ...LIBRARY].map((name) => `${name}.${extension}`)))
    expect(owned[0]).toBe(`owned.${extension}`)
    expect(new Set(owned)).toEqual(new Set(LIBRARY.map((name) => `${name}.${extension}`)))
  })

  test('keeps the comments and the blank lines', () => {
    const [first, ...others] = LANGUAGE_NAMES.map((each) =>
      lifecycleFor(variant(each)).get(`signals.${variant(each).language}`),
    )
    const shape = (text = '') => text.split('\n').map((line) => (/^\s*\/\/|^$/.test(line) ? line : 'code'))
    for (const other of others)
      expect(shape(other).filter((line) => line !== 'code' && line !== '')).toEqual(
        shape(first).filter((line) => line !== 'code' && line !== ''),
      )
    expect(shape(first)).toContain('')
  })

  const compiler = COMPILERS[language]
  test.runIf(compiler)('satisfies the strictest compiler', () => {
    expect(typeErrors(variant(language), { ...STRICTEST, ...compiler })).toEqual([])
  })

  test.runIf(compiler)('needs no more of the types of Node than those of 20.3 tell', () => {
    const early = { types: ['types-of-early-node-20'], typeRoots: [dirname(TYPES)] }
    expect(typeErrors(variant(language), { ...STRICTEST, ...compiler, ...early })).toEqual([])
  })
})

describe('JavaScript', () => {
  test.each(['JavaScript in ES modules', 'JavaScript in CommonJS'] as const)(
    '%s reads as if it had been written so',
    async (language) => {
      const dialect = language === 'JavaScript in CommonJS' ? 'legacy' : 'plain'
      for (const [file, text] of lifecycleFor(variant(language, dialect)))
        await expect(text).toMatchFileSnapshot(
          join(import.meta.dirname, 'fixtures', language.replaceAll(' ', '-'), file),
        )
    },
  )

  test('has files that are named as the repository names its modules', () => {
    const files = lifecycleFor({
      ...variant('JavaScript in ES modules'),
      importExtensions: '.mjs',
      fileExtension: '.mjs',
    })
    expect([...files.keys()][0]).toBe('adopt.mjs')
    expect(files.get('adopt.mjs')).toContain("from './owned.mjs'")
  })
})

describe('a compiler that is too old', () => {
  test('checks nothing, and meets no syntax that it does not know', () => {
    for (const [file, text] of lifecycleFor({ ...variant('TypeScript compiled to CommonJS'), noCheck: true })) {
      expect(text.startsWith('// @ts-nocheck\n'), file).toBe(true)
      expect(text, file).not.toMatch(/[{,] type \w+/)
      expect(text, file).not.toMatch(/\b(satisfies|override|accessor)\b/)
    }
  })

  test('that gives CommonJS no default export gets code that works all the same', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'src/lifecycle'), { recursive: true })
    const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021, ...OLD }
    const files = lifecycleFor({
      ...variant('TypeScript compiled to CommonJS'),
      esModuleInterop: false,
    })
    for (const [file, text] of files)
      writeFileSync(
        join(folder, 'src/lifecycle', file.replace('.ts', '.js')),
        ts.transpileModule(text, { compilerOptions: options }).outputText,
      )
    writeFileSync(
      join(folder, 'src/main.js'),
      `const { adopt } = require('./lifecycle/adopt')
       adopt('timer', setInterval(() => undefined, 1000), clearInterval)
       console.log(JSON.stringify({ msg: 'ready' }))`,
    )
    expect(
      typeErrorsOf(files, {
        ...STRICTEST,
        ...COMPILERS['TypeScript compiled to CommonJS'],
        ...OLD,
      }),
    ).toEqual([])
    const service = launch(folder)
    await service.line(({ msg }) => msg === 'ready')
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(['timer'])
  })
})

function syntaxErrors(file: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2021 },
  })
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

function typeErrors(of: LifecycleVariant, options: ts.CompilerOptions): string[] {
  return typeErrorsOf(lifecycleFor(of), options)
}

function typeErrorsOf(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): string[] {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const paths = [...files.keys()].map((name) => join(folder, name))
  return ts
    .getPreEmitDiagnostics(ts.createProgram(paths, options))
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}
