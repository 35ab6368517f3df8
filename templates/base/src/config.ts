import { z } from 'zod'

const Config = z
  .object({
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    SHUTDOWN_TIMEOUT_MS: z.coerce.number('must be a number').int().min(1_000).default(30000),
    SHUTDOWN_DELAY_MS: z.coerce.number('must be a number').int().min(0).default(0),
  })
  .refine((config) => config.SHUTDOWN_DELAY_MS < config.SHUTDOWN_TIMEOUT_MS / 2, {
    path: ['SHUTDOWN_DELAY_MS'],
    error: 'must be less than half of SHUTDOWN_TIMEOUT_MS, which it is a part of',
  })

export type Config = z.infer<typeof Config>

/** Reads the configuration once. A value that makes no sense ends the process with a line that says which, and why. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const { data, error } = Config.safeParse(given)
  if (data) return data
  for (const { path, message } of error.issues) console.error(`Configuration: ${path.join('.')}: ${message}`)
  process.exit(1)
}
