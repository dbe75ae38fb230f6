import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { violations } from './layers.ts'

test('every module of src imports to the left only', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([])
})

describe('a wrong edge is seen', () => {
  test.each([
    ['src/grammar/parse.ts', "import { encode } from '../wire/arp.ts'"],
    ['src/grammar/parse.ts', "import type { Arp } from '../wire/arp.ts'"],
    ['src/grammar/parse.ts', "type Arp = import('../wire/arp.ts').Arp"],
    ['src/grammar/parse.ts', "export * from '../wire/arp.ts'"],
    ['src/grammar/parse.ts', "export { encode } from '../wire/arp.ts'"],
    ['src/grammar/parse.ts', "const arp = await import('../wire/arp.ts')"],
    ['src/protocols/stp/step.ts', "import '../../config/section.ts'"],
    ['src/protocols/stp/step.ts', "import '../../ios/replies.ts'"],
    ['src/ios/modes.ts', "import '../session/line.ts'"],
    ['src/session/line.ts', "import '../terminals/plain/console.ts'"],
    ['src/session/line.ts', "import '../stores/nvram.ts'"],
    ['src/session/line.ts', "import '../main.ts'"],
    ['src/session/line.ts', "import '../../test/check.ts'"],
    ['src/ios/features/vlan/show.ts', "import '../banner/banner.ts'"],
    ['src/ios/secrets.ts', "import 'node:crypto'"],
    ['src/ios/secrets.ts', "import 'crypto'"],
    ['src/session/line.ts', "import 'react'"],
    ['src/session/line.ts', "import 'ink/build/x.js'"],
    ['src/session/line.ts', "import '@xterm/headless'"],
    ['src/kernel/random.ts', 'const x = Math.random()'],
    ['src/kernel/clock.ts', 'const x = Date.now()'],
    ['src/kernel/clock.ts', 'const x = new Date()'],
    ['src/misc/thing.ts', ''],
  ])('%s: %s', (file, source) => {
    expect(violations(file, source)).toHaveLength(1)
  })
})

test.each([
  ['src/wire/arp.ts', "import '../kernel/kernel.ts'\nimport './ethernet.ts'"],
  [
    'src/ios/features/vlan/show.ts',
    "import './database.ts'\nimport '../../replies.ts'\nimport '../../../wire/arp.ts'",
  ],
  ['src/ios/features.ts', "import './features/vlan/show.ts'\nimport './features/banner/banner.ts'"],
  ['src/session/modifiers.ts', "import { RE2JS } from 're2js'"],
  ['src/hardware/profiles.ts', "import x from '../../devices/isr-1941.json' with { type: 'json' }"],
  [
    'src/terminals/tui/app.tsx',
    "import 'react'\nimport 'node:fs'\nimport '../../stores/nvram.ts'\nDate.now()",
  ],
  ['src/main.ts', "import 'node:fs'\nimport './terminals/plain/console.ts'"],
  [
    'src/wire/arp.ts',
    "// import '../ios/replies.ts'\nconst text = `import '../ios/replies.ts'`\nnew Date(0)",
  ],
])('%s may: %s', (file, source) => {
  expect(violations(file, source)).toEqual([])
})
