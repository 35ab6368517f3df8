// Written by scripts/generate.ts.
export const FORMATS = {
  github: () => import('./github.ts'),
  json: () => import('./json.ts'),
  markdown: () => import('./markdown.ts'),
  sarif: () => import('./sarif.ts'),
  text: () => import('./text.ts'),
}
