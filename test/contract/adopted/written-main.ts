import type { LifecycleVariant } from '../../../codemod/lifecycle/index.ts'
import type { ServiceProcess } from '../../service-process.ts'
import { writtenService } from './adopted-service.ts'
import { COMMON_JS } from './dialects.ts'

/** A folder with this `src/main.js` and the lifecycle beside it. What it gives to `print` is a line of its log. */
export function written(main: string, variant: LifecycleVariant = COMMON_JS): string {
  const print = 'const print = (msg, more) => console.log(JSON.stringify({ level: "info", msg, ...more }));'
  return writtenService({ 'src/main.js': `${print}\n${main}` }, variant)
}

/** Stops a service, and waits until it has ended. */
export async function stopped(service: ServiceProcess): Promise<void> {
  await service.signal('SIGTERM')
  await service.ended
}
