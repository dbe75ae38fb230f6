#!/usr/bin/env node
// The installed program's front door, copied to dist/ as it is. Its syntax is old, so that an old Node reaches the
// sentence instead of a syntax error in the bundle.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`rollover needs Node 22.13 or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 2
} else {
  process.getBuiltinModule('module').enableCompileCache()
  import('./main.js')
}
