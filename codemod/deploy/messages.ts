import type { DeployFinding } from './finding.ts'

/** Every sentence about a deploy file: what is written, what happens on the signal, what to do. */
const DEPLOY_MESSAGES = {
  hiddenByShell: 'The shell of `{{command}}` gets {{signal}} and passes it to nobody: {{remedy}}.',
  hiddenByPipe: 'The shell that pipes `{{command}}` gets {{signal}} and passes it to nobody: {{remedy}}.',
  hiddenByRunner: 'Behind `{{command}}` the process is killed on {{signal}} before it has drained: {{remedy}}.',
  hiddenByScript: '`{{command}}` is a child of the script, and a shell passes {{signal}} to nobody: {{remedy}}.',
  graceTooShort: '{{platform}} kills after {{grace}}, and the stop may take {{deadline}}: {{remedy}}.',
  graceUnset: '{{platform}} kills after {{grace}} unless told otherwise: {{remedy}}.',
  graceSpent: 'The preStop hook takes {{hook}} of the {{grace}} until SIGKILL: {{remedy}}.',
  uncatchable: '{{signal}} can not be caught, so that nothing is released: {{remedy}}.',
  noSignal: '`{{setting}}` sends no signal, and nothing is released: remove it, or write `KillMode=mixed`.',
  neverKilled: '`{{setting}}` leaves a stop that hangs running beside its successor: remove it.',
  unheard: '{{signal}} is heard by nothing in {{program}}, which hears {{heard}}: {{remedy}}.',
  neverReady: "Nothing in {{program}} sends 'ready': after `listen()`, call `process.send?.('ready')`.",
  // Suggestions
  useExecForm: 'Start the process itself.',
  addExec: 'Write `exec` before it.',
  setKillTimeout: 'Give it {{deadline}}.',
} as const satisfies Record<string, string>

export type DeployMessageId = keyof typeof DEPLOY_MESSAGES

export function sayDeployFinding({ message, data }: Pick<DeployFinding, 'message' | 'data'>): string {
  return DEPLOY_MESSAGES[message].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '')
}
