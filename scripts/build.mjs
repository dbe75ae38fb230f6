// Bundles src/main.ts into dist/. Everything, the profiles of devices/ included, ends up inside, so the program reads
// nothing of its own at run time and starts fast.
//
// Output is written aside and renamed, chunks before the entry that names them; chunks of earlier builds stay for a
// day, because a program that is still running loads its own lazily.

import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const dist = path.join(root, 'dist')
const STALE_MS = 24 * 60 * 60 * 1000
/** CommonJS packages inside an ES module bundle still call require() for Node's own modules. */
const requireInModule =
  "import{createRequire as rolloverRequire}from'node:module';const require=rolloverRequire(import.meta.url);"

/**
 * What has to happen before bundling, in order: compiling schemas, generating tables.
 * @type {(() => Promise<void>)[]}
 */
const preparations = [indexDrills]

/** A list of drills must not wait for their YAML: what it shows is written down here, see src/stores/drill-index.ts. */
async function indexDrills() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/stores/drill-entry.ts'],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    banner: { js: requireInModule },
    logLevel: 'warning',
  })
  const [code] = outputFiles
  if (code === undefined) throw new Error('nothing was bundled')
  const aside = path.join(dist, `drill-entry.${process.pid}.mjs`)
  fs.mkdirSync(dist, { recursive: true })
  fs.writeFileSync(aside, code.contents)
  try {
    const { readDrillIndex } = await import(pathToFileURL(aside).href)
    const index = await readDrillIndex(path.join(root, 'drills'), (/** @type {string} */ file) =>
      process.stderr.write(`${path.relative(root, file)}: not listed; \`rollover check\` says why\n`),
    )
    writeAtomically('drill-index.json', Buffer.from(JSON.stringify(index)))
  } finally {
    fs.rmSync(aside)
  }
}

/** Ink asks for it only when DEV=true; it is not installed. @type {import('esbuild').Plugin} */
const withoutDevtools = {
  name: 'without-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }))
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }))
  },
}

/**
 * @param {string} name
 * @param {Uint8Array} contents
 * @param {number} [mode]
 */
function writeAtomically(name, contents, mode = 0o644) {
  const file = path.join(dist, name)
  const aside = `${file}.${process.pid}`
  fs.writeFileSync(aside, contents, { mode })
  fs.renameSync(aside, file)
}

for (const prepare of preparations) await prepare()

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    'grade-worker': 'src/terminals/marking/grade-worker.ts',
    'marking-worker': 'src/terminals/drill/marking-worker.ts',
    'transcript-worker': 'src/terminals/cli/transcript-worker.ts',
    vitest: 'src/terminals/cli/vitest.ts',
  },
  // Whoever runs the suite brings it.
  external: ['vitest'],
  outdir: dist,
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  minify: true,
  sourcemap: 'linked',
  chunkNames: 'chunk-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: requireInModule },
  plugins: [withoutDevtools],
  logLevel: 'warning',
}).catch(() => process.exit(1)) // esbuild has said what and where

fs.mkdirSync(dist, { recursive: true })
const written = new Set(['rollover.js', 'vitest.d.ts', 'drill-index.json'])
const isEntry = (/** @type {string} */ name) => name.endsWith('.js') && !name.startsWith('chunk-')
const named = outputFiles.map(({ path: file, contents }) => ({ name: path.relative(dist, file), contents }))
for (const { name, contents } of named.sort((a, b) => Number(isEntry(a.name)) - Number(isEntry(b.name)))) {
  writeAtomically(name, contents)
  written.add(name)
}
writeAtomically('vitest.d.ts', fs.readFileSync(path.join(root, 'scripts', 'vitest.d.ts')))
writeAtomically('rollover.js', fs.readFileSync(path.join(root, 'scripts', 'rollover.js')), 0o755)

for (const name of fs.readdirSync(dist)) {
  const file = path.join(dist, name)
  if (!written.has(name) && Date.now() - fs.statSync(file).mtimeMs > STALE_MS)
    fs.rmSync(file, { recursive: true })
}
