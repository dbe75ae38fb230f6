// Loaded into the program by tests: tells its process id, and makes it crash when it is told to.

import { writeFileSync } from 'node:fs'

const file = process.env['ROLLOVER_TEST_PID']
if (file) writeFileSync(file, String(process.pid))
process.on('SIGUSR2', () => {
  throw new Error('crash on request')
})
