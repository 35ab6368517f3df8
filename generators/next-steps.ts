import type { Answers } from './options.ts'
import { quoted } from './quoted.ts'

const PAYMENT = `{ "order": "order-1", "amount": 1200, "currency": "EUR" }`

/** What a person does after the service was written. */
export function nextSteps(folder: string, { name, packageManager }: Answers, installed: boolean): string {
  return [
    `\n${name} is ready. Next:\n`,
    ...enter(folder),
    ...(installed ? [] : [`  ${packageManager} install`]),
    `  ${packageManager} start`,
    `  curl -i localhost:3000/payments -H 'Content-Type: application/json' -H 'Idempotency-Key: 1' -d '${PAYMENT}'`,
    '\nThe same service again:',
  ].join('\n')
}

/** The way to install by hand. */
export function installCommand(folder: string, packageManager: string): string {
  return [...enter(folder), `${packageManager} install`].map((step) => step.trim()).join(' && ')
}

function enter(folder: string): string[] {
  return folder === '.' ? [] : [`  cd ${quoted(folder)}`]
}
