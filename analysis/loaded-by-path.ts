import { relative } from './facts/specifiers.ts'

/** An expression that a specifier is given by when it is no text: `path.join(__dirname, 'jobs')`, a template, a constant. */
const GIVEN = /(?:[\w$]+\.)?(?:join|resolve)\(\s*(?:__dirname|import\.meta\.dirname)\s*,[^()]*\)|`[^`\n]*`/
const LOADED = new RegExp(`\\b(?:require|import)\\s*\\(\\s*(${GIVEN.source}|[A-Za-z_$][\\w$]*)\\s*\\)`, 'g')
const TEXT = /["'`]([^"'`\n]{1,4096})["'`]/g
const IN_TEMPLATE = /^`\$\{(?:__dirname|import\.meta\.dirname)\}(\/[^`$]*)`$/

/** What a text loads by paths that it puts together. What `specifierIn()` reads off the tree, this does at a glance. */
export function loadedByPath(text: string): readonly string[] {
  if (!text.includes('require(') && !text.includes('import(')) return []
  return [...text.matchAll(LOADED)].flatMap(([, given = '']) => {
    if (!/^[\w$]+$/.test(given)) return pathIn(given)
    const name = given.replaceAll('$', '\\$')
    const constants = text.matchAll(
      new RegExp(`\\bconst\\s+${name}\\s*=\\s*(${GIVEN.source}|["'][^"'\n]{1,4096}["'])`, 'g'),
    )
    return [...constants].flatMap(([, value = '']) => pathIn(value))
  })
}

function pathIn(given: string): readonly string[] {
  const [, after] = IN_TEMPLATE.exec(given) ?? []
  if (after !== undefined) return [`.${after}`]
  const texts = [...given.matchAll(TEXT)].map(([, each = '']) => each)
  const [only = ''] = texts
  return /^["'`]/.test(given) ? (only.includes('${') ? [] : [only]) : [relative(texts)]
}
