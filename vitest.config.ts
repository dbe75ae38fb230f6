import { defineConfig } from 'vitest/config'

const large = process.env['FUZZ'] === 'large'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // Nothing in this code base is global state, so test files share a worker: five times as fast.
    // Forked processes rather than threads: some tests drive a pty and send signals.
    pool: 'forks',
    isolate: false,
    reporters: ['default'],
    testTimeout: large ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 5_000,
    allowOnly: false,
    passWithNoTests: false,
  },
})
