import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Most tests start real processes and wait for their events: the limit is for the day when one hangs.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // The machine has two cores, and the services under test need one of them.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
})
