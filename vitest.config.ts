import { defineConfig } from 'vitest/config'

const large = process.env['FUZZ'] === 'large'
// It declares a command that fails, which nobody else should meet.
const apart = 'test/fault.test.ts'

export default defineConfig({
  test: {
    // Forked processes rather than threads: some tests drive a pty and send signals.
    pool: 'forks',
    reporters: ['default'],
    teardownTimeout: 5_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [apart],
          // Nothing in this code base is global state, so test files share a worker: five times as fast.
          isolate: false,
          testTimeout: large ? 1_800_000 : 30_000,
          hookTimeout: 60_000,
          allowOnly: false,
        },
      },
      { extends: true, test: { name: 'apart', include: [apart], isolate: true, allowOnly: false } },
    ],
  },
})
