import { run } from './lifecycle/run.ts' // first: a signal is heard from here on
import { readConfig } from './config.ts'
import { log } from './log.ts'

const config = readConfig(process.env)
log.level = config.LOG_LEVEL

await run({ log, timeoutMs: config.SHUTDOWN_TIMEOUT_MS, delayMs: config.SHUTDOWN_DELAY_MS }, async (own, stopping) => {})
