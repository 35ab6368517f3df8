// Written by scripts/generate.ts.
export const FORMATS = {
  json: () => import('./json.ts'),
  sarif: () => import('./sarif.ts'),
  text: () => import('./text.ts'),
}
