// The program's entry.

import packageJson from '../package.json' with { type: 'json' }

process.stdout.write(`rollover ${packageJson.version}\n`)
